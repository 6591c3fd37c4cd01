import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { fromShanghai, plusMonths } from '@minsheng/shared'
import fc from 'fast-check'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { Rating } from '../feedback/index.js'
import { get, idOf, must } from '../handling/a-need.fixture.js'
import { Counting } from './counting.js'
import { Snapshots } from './snapshots.js'
import { rate, startOver } from './scores.fixture.js'
import type { ScoreRow, ScoresView } from './scores.dto.js'

let server: TestApp
const departmentIds: Record<string, string> = {}
beforeAll(async () => {
  server = await startApp()
  for (const code of departments) departmentIds[code] = await idOf(server, 'department', code)
})
afterAll(() => server.stop())
afterEach(async () => {
  server.present.set(mondayMorning)
  await startOver(server)
})

const departments = ['gongan', 'chengguan', 'gongshui'] as const
const months = ['2026-07', '2026-08', '2026-09'] as const
const quarter = 'from=2026-07-01&to=2026-09-30'

/** How many rated and how many of them said "solved", of one department in one month; and what was corrected later. */
interface Batch {
  department: (typeof departments)[number]
  month: (typeof months)[number]
  rated: number
  solved: number
  /** So many of the solved ones were found not to be, when the month was over. */
  corrected: number
}
const batches: fc.Arbitrary<Batch> = fc
  .record({
    department: fc.constantFrom(...departments),
    month: fc.constantFrom(...months),
    rated: fc.integer({ min: 1, max: 12 }),
    solved: fc.nat({ max: 12 }),
    corrected: fc.nat({ max: 12 }),
  })
  .map((batch) => {
    const solved = Math.min(batch.solved, batch.rated)
    return { ...batch, solved, corrected: Math.min(batch.corrected, solved) }
  })

const scores = async (query: string, by: string) =>
  must(await get<ScoresView>(server, 'lingdao', `/scores?${query}&by=${by}`))

/** Each month is filled, and frozen when it is in `frozen`; then what was wrong in it is corrected. */
async function lived(all: readonly Batch[], frozen: ReadonlySet<string>): Promise<void> {
  for (const month of months) {
    const wrong: string[] = []
    for (const batch of all.filter((each) => each.month === month)) {
      const at = fromShanghai(`${month}-15`)
      const ids = await rate(server, { ...batch, satisfied: batch.solved, at })
      wrong.push(...ids.slice(0, batch.corrected))
    }
    server.present.set(fromShanghai(`${plusMonths(month, 1)}-03`))
    if (frozen.has(month)) expect(await server.app.get(Snapshots).freezeDue()).toBe(1)
    await server.unitOfWork.run(async (tx) => {
      for (const needId of wrong) await tx.update(Rating, { needId }, { isSolved: false })
      await server.app.get(Counting).recount(tx, wrong)
    })
  }
}

/** Somebody with the papers of each month: of a frozen month its paper, of another one what is true now. */
function byHand(all: readonly Batch[], frozen: ReadonlySet<string>) {
  let [rated, shown, now] = [0, 0, 0]
  for (const batch of all) {
    rated += batch.rated
    now += batch.solved - batch.corrected
    shown += frozen.has(batch.month) ? batch.solved : batch.solved - batch.corrected
  }
  return { rated, solved: shown, rate: rated === 0 ? null : shown / rated, now }
}
const told = (row: ScoreRow) => ({
  rated: row.rated,
  solved: row.solved,
  rate: row.solvedRate,
  now: row.corrections.find(({ figure }) => figure === 'solved')?.now ?? row.solved,
})

describe('a period of several months', () => {
  it('is what its frozen months were and the others are, however it is grouped, with what has changed', async () => {
    const cases = fc.record({
      all: fc.array(batches, { minLength: 1, maxLength: 12 }),
      frozen: fc.subarray([...months]),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ all, frozen: some }) => {
        await startOver(server)
        const frozen = new Set<string>(some)
        await lived(all, frozen)
        for (const by of ['department', 'field', 'area', 'source', 'week', 'month']) {
          const { total, frozenMonths } = await scores(quarter, by)
          expect(told(total)).toEqual(byHand(all, frozen))
          expect(frozenMonths).toEqual([...some].sort())
        }
        for (const { id, ...row } of (await scores(quarter, 'department')).items) {
          const own = all.filter(({ department }) => departmentIds[department] === id)
          expect(told({ id, ...row })).toEqual(byHand(own, frozen))
        }
        for (const { id, ...row } of (await scores(quarter, 'month')).items)
          expect(told({ id, ...row })).toEqual(
            byHand(
              all.filter(({ month }) => month === id),
              frozen,
            ),
          )
        for (const month of months) {
          const { total } = await scores(`period=month&month=${month}`, 'department')
          expect(told(total)).toEqual(
            byHand(
              all.filter((batch) => batch.month === month),
              frozen,
            ),
          )
        }
      }),
      { numRuns: 6 },
    )
  }, 180_000)

  const twelve = (month: Batch['month'], solved: number, corrected: number): Batch => ({
    ...{ department: 'gongan', month, rated: 12, solved, corrected },
  })

  it('is cut to one department as it is for the district', async () => {
    await lived(
      [twelve('2026-07', 10, 4), { ...twelve('2026-07', 12, 0), department: 'chengguan' }],
      new Set(['2026-07']),
    )
    const view = await scores(`${quarter}&within=${departmentIds.gongan ?? ''}`, 'department')
    expect(view.items).toHaveLength(1)
    expect(told(view.total)).toEqual({ rated: 12, solved: 10, rate: 10 / 12, now: 6 })
  })

  it('has come as far as from the frozen months before it', async () => {
    await lived([twelve('2026-07', 6, 6), twelve('2026-08', 12, 0)], new Set(['2026-07', '2026-08']))
    const [row] = (await scores('period=month&month=2026-08', 'department')).items
    // From half solved and half content to all of both; after the correction it would be from none.
    expect(row?.progress).toBeCloseTo(45, 6)
  })

  it('that is no whole months is as counted now', async () => {
    await lived([twelve('2026-07', 10, 4)], new Set(['2026-07']))
    const { total, frozenMonths, frozenAt } = await scores('from=2026-07-01&to=2026-09-29', 'department')
    expect(told(total)).toEqual({ rated: 12, solved: 6, rate: 0.5, now: 6 })
    expect([frozenMonths, frozenAt]).toEqual([[], null])
  })
})
