import { useMemo } from 'react'
import type { GridTaskView, HouseholdView } from '@/services/api'
import { useGrid } from '../store/grid'
import { withOwn, withReports } from '../store/own'

/** The households of my grids, with what is still on the phone. */
export function useHouseholds(): HouseholdView[] {
  const { households } = useGrid(({ copy }) => copy)
  const operations = useGrid((grid) => grid.operations)
  return useMemo(
    () => [...households.values()].map((one) => withOwn(one, operations)),
    [households, operations],
  )
}

/** One of them; null when it is not in my grids (any more). */
export function useHousehold(id: string | undefined): HouseholdView | null {
  const household = useGrid(({ copy }) => copy.households.get(id ?? '') ?? null)
  const operations = useGrid((grid) => grid.operations)
  return useMemo(() => household && withOwn(household, operations), [household, operations])
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
