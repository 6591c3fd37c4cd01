import { DAY, fromShanghai, isUnvisited, shanghaiDate } from '@minsheng/shared'
import type { GridView, HouseholdView } from '@/services/api'
import { visitedThisMonth } from './finding'

/** How it stands with the visits to a door: met this month, still to be met, or long not. */
export type Standing = 'visited' | 'left' | 'days60' | 'days90'

/** From the longest wait down; each door stands in one place. */
export function standingOf(household: HouseholdView, now: Date): Standing {
  if (visitedThisMonth([household], now)) return 'visited'
  const since = new Date(household.unvisitedSince)
  if (isUnvisited(since, 90, now)) return 'days90'
  return isUnvisited(since, 60, now) ? 'days60' : 'left'
}

export interface MonthPlan {
  all: number
  visited: number
  left: number
  /** Of the month, today included. */
  daysLeft: number
  /** So many a day, and all are visited in time. */
  perDay: number
}

/** 民情大走访: each household once a month. */
export function planOf(households: readonly HouseholdView[], now: Date): MonthPlan {
  const all = households.length
  const visited = visitedThisMonth(households, now)
  const daysLeft = daysLeftIn(now)
  return { all, visited, left: all - visited, daysLeft, perDay: Math.ceil((all - visited) / daysLeft) }
}

function daysLeftIn(now: Date): number {
  const today = shanghaiDate(now)
  const [year = 0, month = 0] = today.split('-').map(Number)
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return Math.round((fromShanghai(next).getTime() - fromShanghai(today).getTime()) / DAY)
}

/** The same of each grid, in the order given. */
export const gridPlans = (
  grids: readonly GridView[],
  households: readonly HouseholdView[],
  now: Date,
): (MonthPlan & Pick<GridView, 'id' | 'name'>)[] =>
  grids.map(({ id, name }) => ({
    ...{ id, name },
    ...planOf(
      households.filter(({ gridId }) => gridId === id),
      now,
    ),
  }))

export interface Building {
  /** Of the grid and the building: two grids can have a building of the same name. */
  key: string
  name: string
  gridId: string
  doors: HouseholdView[]
}

/** Door by door, in the order given. */
export function buildingsOf(households: readonly HouseholdView[]): Building[] {
  const buildings = new Map<string, Building>()
  for (const household of households) {
    const { gridId, building } = household
    const key = `${gridId} ${building}`
    const known = buildings.get(key)
    if (known) known.doors.push(household)
    else buildings.set(key, { key, name: building, gridId, doors: [household] })
  }
  return [...buildings.values()]
}
