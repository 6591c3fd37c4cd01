import { describe, expect, it } from '@jest/globals'
import { fromShanghai } from '@minsheng/shared'
import fc from 'fast-check'
import { newId } from '../platform/database/index.js'
import { correctionsSince, frozenItems } from './corrections.js'
import type { ScoreCorrection } from './score-correction.entity.js'
import type { ScoreItem } from './score-item.entity.js'

const october = new Set(['2026-10'])

/** One thing that counts: in one of two departments, on one of some days in three months, with some of three marks. */
const items: fc.Arbitrary<ScoreItem[]> = fc.array(
  fc
    .record({
      department: fc.nat({ max: 1 }),
      day: fc.nat({ max: 70 }),
      marks: fc.integer({ min: 1, max: 7 }),
    })
    .map(({ department, day, marks }): ScoreItem => {
      const at = new Date(fromShanghai('2026-09-20').getTime() + day * 86_400_000)
      return {
        ...{ id: newId(at), needId: 'need', workOrderId: null, kind: 'order', at, marks },
        ...{ departmentId: `d${department}`, fieldId: '', streetId: '', communityId: '', source: 'resident' },
      }
    }),
  { maxLength: 8 },
)
const anew = (all: readonly ScoreItem[]): ScoreItem[] =>
  all.map((item) => ({ ...item, id: newId(new Date(0)) }))
const told = (all: readonly ScoreItem[]) =>
  all.map(({ departmentId, at, marks }) => `${departmentId} ${at.toISOString()} ${marks}`).sort()
const inOctober = ({ at }: ScoreItem) => at >= fromShanghai('2026-10-01') && at < fromShanghai('2026-11-01')

describe('the corrections of a need in a frozen month', () => {
  it('lead back to what was counted then, however often it is counted otherwise', () => {
    fc.assert(
      fc.property(items, fc.array(items, { minLength: 1, maxLength: 4 }), (then, changes) => {
        let now: readonly ScoreItem[] = then
        let corrections: ScoreCorrection[] = []
        for (const change of changes) {
          const next = anew(change)
          corrections = correctionsSince(frozenItems(now, corrections, october), next, october)
          now = next
        }
        expect(told(frozenItems(now, corrections, october))).toEqual(told(then.filter(inOctober)))
      }),
    )
  })

  it('make up the difference of each number, and none when nothing counts otherwise', () => {
    fc.assert(
      fc.property(items, items, (then, now) => {
        const corrections = correctionsSince(then.filter(inOctober), anew(now), october)
        for (const departmentId of ['d0', 'd1'])
          for (const mark of [1, 2, 4]) {
            const count = (all: readonly ScoreItem[]) =>
              all.filter((item) => inOctober(item) && item.departmentId === departmentId && item.marks & mark)
                .length
            const changed = (correction: string) =>
              corrections.filter(
                (row) =>
                  row.correction === correction &&
                  row.departmentId === departmentId &&
                  row.changedMarks & mark,
              ).length
            expect(count(then) - changed('gone') + changed('added')).toBe(count(now))
          }
        expect(correctionsSince(then.filter(inOctober), anew(then), october)).toEqual([])
      }),
    )
  })
})
