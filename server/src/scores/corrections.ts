import { halfDayOf, monthOf } from '@minsheng/shared'
import type { ScoreCorrection } from './score-correction.entity.js'
import type { ScoreItem } from './score-item.entity.js'

/** In which month something counts, "YYYY-MM". */
export const monthOfItem = ({ at }: Pick<ScoreItem, 'at'>): string => monthOf(halfDayOf(at))

/** What a need was counted for when the months were frozen: as it is counted now, but for the corrections. */
export function frozenItems(
  now: readonly ScoreItem[],
  corrections: readonly ScoreCorrection[],
  months: ReadonlySet<string>,
): ScoreItem[] {
  const added = new Set(corrections.flatMap(({ correction, id }) => (correction === 'added' ? id : [])))
  const kept = now.filter((item) => months.has(monthOfItem(item)) && !added.has(item.id))
  const gone = corrections.filter(({ correction }) => correction === 'gone')
  return [...kept, ...gone.map(({ correction: _, changedMarks: __, ...item }) => item)]
}

/**
 * How a need counts otherwise in frozen months than it did: what is gone, as it was, and what was added. Of two that
 * differ only in when they count, or in what, the marks that both have did not change.
 */
export function correctionsSince(
  frozen: readonly ScoreItem[],
  now: readonly ScoreItem[],
  months: ReadonlySet<string>,
): ScoreCorrection[] {
  const inMonths = now.filter((item) => months.has(monthOfItem(item)))
  const gone = without(frozen, inMonths, whole)
  const added = without(inMonths, frozen, whole)
  const partners = paired(gone, added)
  return [
    ...gone.map((item) => corrected(item, 'gone', partners.get(item))),
    ...added.map((item) => corrected(item, 'added', partners.get(item))),
  ]
}

const corrected = (
  item: ScoreItem,
  correction: ScoreCorrection['correction'],
  partner: ScoreItem | undefined,
): ScoreCorrection => ({ ...item, correction, changedMarks: item.marks & ~(partner?.marks ?? 0) })

/** Where an item stands in all lists: two with the same are in the same ones, as far as their marks are the same. */
const place = (item: ScoreItem): string => {
  const { kind, departmentId, fieldId, streetId, communityId, source } = item
  return JSON.stringify([kind, departmentId, fieldId, streetId, communityId, source, monthOfItem(item)])
}
const whole = (item: ScoreItem): string =>
  JSON.stringify([place(item), item.workOrderId, item.at.getTime(), item.marks])

type KeyOf = (item: ScoreItem) => string

function grouped(items: readonly ScoreItem[], keyOf: KeyOf): Map<string, ScoreItem[]> {
  const groups = new Map<string, ScoreItem[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/** Those that the others do not have; of equal ones as many as the others have fewer. */
function without(items: readonly ScoreItem[], others: readonly ScoreItem[], keyOf: KeyOf): ScoreItem[] {
  const left = grouped(others, keyOf)
  return items.filter((item) => left.get(keyOf(item))?.pop() === undefined)
}

/** Each of the one and one of the other that stand in the same place, both ways. */
function paired(gone: readonly ScoreItem[], added: readonly ScoreItem[]): ReadonlyMap<ScoreItem, ScoreItem> {
  const left = grouped(added, place)
  const pairs = new Map<ScoreItem, ScoreItem>()
  for (const item of gone) {
    const partner = left.get(place(item))?.pop()
    if (partner) pairs.set(item, partner).set(partner, item)
  }
  return pairs
}
