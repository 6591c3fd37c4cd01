import { isUnvisited, shanghaiDate } from '@minsheng/shared'
import type { HouseholdView } from '@/services/api'

/** Which households are looked for. */
export type Filter = 'all' | 'days60' | 'days90' | 'care' | 'agreed'

const filters: Record<Filter, (household: HouseholdView, now: Date) => boolean> = {
  all: () => true,
  days60: ({ unvisitedSince }, now) => isUnvisited(new Date(unvisitedSince), 60, now),
  days90: ({ unvisitedSince }, now) => isUnvisited(new Date(unvisitedSince), 90, now),
  care: ({ marks }) => marks.length > 0,
  agreed: ({ nextVisitOn }, now) => nextVisitOn !== null && nextVisitOn <= shanghaiDate(now),
}

const numbersIn = (text: string): string[] => text.match(/[0-9A-Za-z]+/g) ?? []

/** Whether these numbers come in this order: "3 501" is in "3 2 501". */
function comeInOrder(asked: readonly string[], numbers: readonly string[]): boolean {
  const [first, ...rest] = asked
  if (first === undefined) return true
  const at = numbers.indexOf(first)
  return at >= 0 && comeInOrder(rest, numbers.slice(at + 1))
}

/**
 * Whether a household is meant: by its building, unit and room as they are spoken ("3-501", "3号楼2单元501"), by a part
 * of the number while it is being typed, or by somebody's name.
 */
export function isMeant({ building, unit, room, residents }: HouseholdView, words: string): boolean {
  const asked = words.trim()
  if (!asked) return true
  if (residents.some(({ name }) => name.includes(asked))) return true
  const numbers = numbersIn(asked)
  const [last] = numbers.slice(-1)
  if (last === undefined) return [building, unit].some((name) => name.includes(asked))
  const own = [building, unit, room].flatMap(numbersIn)
  return comeInOrder(numbers, own) || (comeInOrder(numbers.slice(0, -1), own) && room.startsWith(last))
}

const DIGITS = 8
/** Compared as text, 10 comes after 9. WeChat has no Intl that could do it. */
const sortable = (text: string) => text.replace(/[0-9]+/g, (number) => number.padStart(DIGITS, '0'))

/** As one walks: by building, unit and room. */
function walk(a: HouseholdView, b: HouseholdView): number {
  const [one, other] = [sortable(addressOf(a)), sortable(addressOf(b))]
  if (one === other) return 0
  return one < other ? -1 : 1
}

export const found = (
  households: readonly HouseholdView[],
  { words, filter, now }: { words: string; filter: Filter; now: Date },
): HouseholdView[] => households.filter((one) => filters[filter](one, now) && isMeant(one, words)).sort(walk)

/** How many households somebody was met in this month. 民情大走访 */
export const visitedThisMonth = (households: readonly HouseholdView[], now: Date): number =>
  households.filter(
    ({ lastMetAt }) =>
      lastMetAt !== null && shanghaiDate(new Date(lastMetAt)).slice(0, 7) === shanghaiDate(now).slice(0, 7),
  ).length

export const addressOf = ({ building, unit, room }: Pick<HouseholdView, 'building' | 'unit' | 'room'>) =>
  [building, unit, room].filter(Boolean).join(' ')
