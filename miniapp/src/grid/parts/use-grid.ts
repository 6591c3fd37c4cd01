import { useMemo } from 'react'
import type { GridTaskView, HouseholdView } from '@/services/api'
import { useGrid } from '../store/grid'
import { nameOf, newDoors } from '../store/doors'
import { withOwn, withReports } from '../store/own'

/** The households of my grids, with what is still on the phone. */
export function useHouseholds(): HouseholdView[] {
  const { households } = useGrid(({ copy }) => copy)
  const operations = useGrid((grid) => grid.operations)
  return useMemo(
    () =>
      [...households.values(), ...newDoors(operations, households)].map((one) => withOwn(one, operations)),
    [households, operations],
  )
}

/** One of them, by the server's name or by the phone's own; null when it is not in my grids (any more). */
export function useHousehold(id: string | null | undefined): HouseholdView | null {
  const { households } = useGrid(({ copy }) => copy)
  const operations = useGrid((grid) => grid.operations)
  return useMemo(() => {
    const name = nameOf(id ?? '', operations)
    const household =
      households.get(name) ?? newDoors(operations, households).find((door) => door.id === name)
    return household ? withOwn(household, operations) : null
  }, [id, households, operations])
}

/** The tasks of my grids, those that are due first on top. */
export function useTasks(): GridTaskView[] {
  const { tasks } = useGrid(({ copy }) => copy)
  const operations = useGrid((grid) => grid.operations)
  return useMemo(
    () =>
      [...tasks.values()]
        .map((one) => withReports(one, operations))
        .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id)),
    [tasks, operations],
  )
}
