import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { DAY, type Figure, fromShanghai } from '@minsheng/shared'
import fc from 'fast-check'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { Rating } from '../feedback/index.js'
import { get, must, tokenOf } from '../handling/a-need.fixture.js'
import { UnitOfWork } from '../platform/database/index.js'
import { Counting } from './counting.js'
import { fates, type Lived, Lives } from './lives.fixture.js'
import { ScoreCorrection } from './score-correction.entity.js'
import { ScoreMonth } from './score-sum.entity.js'
import { rate, startOver } from './scores.fixture.js'
import type { ScoreItemPage, ScoreItemView, ScoresView } from './scores.dto.js'
import { Snapshots } from './snapshots.js'

let server: TestApp
let lives: Lives
beforeAll(async () => {
  server = await startApp()
  lives = await Lives.of(server)
})
afterAll(() => server.stop())
/** InnoDB shows its transactions as they were, unless nobody has looked for a tenth of a second; in milliseconds. */
const TRANSACTIONS_KEPT = 200
/** SQLite does one thing at a time: there nobody has to wait in turn. */
const amongMany = process.env.TEST_DATABASE_URL ? it : it.skip
beforeEach(async () => {
  server.present.set(mondayMorning)
  await startOver(server)
})

const october = 'period=month&month=2026-10'
const page = async (query: string, cursor = '') =>
  must(await get<ScoreItemPage>(server, 'lingdao', `/scores/items?${query}${cursor && `&cursor=${cursor}`}`))

/** All pages. */
async function all(query: string): Promise<ScoreItemView[]> {
  const items: ScoreItemView[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const next: ScoreItemPage = await page(query, cursor)
    items.push(...next.items)
    cursor = next.nextCursor
  }
  return items
}
async function freeze(): Promise<void> {
  server.present.set(fromShanghai('2026-11-02', 1))
  expect(await server.app.get(Snapshots).freezeDue()).toBe(1)
}

/** What somebody finds in the rows of October with a pencil: the needs behind some of the figures. */
const found: Partial<Record<Figure, (each: Lived, now: Date) => boolean>> = {
  filed: ({ need }) => isIn(need.submittedAt),
  rejected: ({ need }) => need.state === 'rejected' && isIn(need.closedAt),
  rated: ({ rating }) => isIn(rating?.ratedAt),
  solved: ({ rating }) => rating?.isSolved === true && isIn(rating.ratedAt),
  satisfied: ({ rating }) => (rating?.level ?? 0) >= 4 && isIn(rating?.ratedAt),
  ordered: ({ order }) => order.state !== 'cancelled' && isIn(order.dispatchedAt),
  openOverdue: ({ need, order }, now) =>
    !['returned', 'cancelled'].includes(order.state) &&
    isIn(order.dueAt) &&
    order.answeredAt === null &&
    now > order.dueAt &&
    need.state !== 'waiting',
}
const isIn = (at: Date | null | undefined) =>
  at !== null && at !== undefined && at >= fromShanghai('2026-10-01') && at < fromShanghai('2026-11-01')
const needsOf = (figure: Figure, lived: readonly Lived[], now: Date) =>
  lived.filter((each) => found[figure]?.(each, now)).map(({ need }) => need.id)
const figures = Object.keys(found) as Figure[]

/** The list of each number has as many as the number says, and is what was found by hand. */
async function compare(query: string, byHand: ReadonlyMap<Figure, string[]>): Promise<void> {
  for (const by of ['department', 'field'] as const) {
    const { total, items: rows } = must(await get<ScoresView>(server, 'lingdao', `/scores?${query}&by=${by}`))
    for (const figure of figures) {
      const listed = await all(`${query}&by=${by}&figure=${figure}`)
      expect(listed.map(({ needId }) => needId).sort()).toEqual(byHand.get(figure)?.toSorted())
      const gone = listed.filter(({ correction }) => correction === 'gone').length
      const added = await all(`${query}&by=${by}&figure=${figure}&listing=added`)
      const correction = total.corrections.find((each) => each.figure === figure)
      expect([total.figures[figure], listed.length - gone + added.length]).toEqual([
        listed.length,
        correction?.now ?? listed.length,
      ])
      for (const row of rows) {
        const behind = await all(`${query}&by=${by}&figure=${figure}&of=${row.id ?? ''}`)
        expect(behind).toHaveLength(row.figures[figure])
      }
    }
  }
}

describe('the list behind a frozen number', () => {
  it('is what was counted when the month was frozen, whatever happened since', async () => {
    await tokenOf(server, 'lingdao')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fates, { minLength: 5, maxLength: 30 }),
        fc.array(fates, { minLength: 5, maxLength: 30 }),
        async (first, second) => {
          server.present.set(fromShanghai('2026-11-01'))
          await startOver(server)
          const then = first.map((fate) => lives.lived(fate))
          await lives.store(then)
          await lives.count(then)
          server.present.set(fromShanghai('2026-11-02', 1))
          while ((await server.app.get(Counting).settle()) > 0);
          await freeze()
          const frozenAt = server.present.now()
          const byHand = new Map(figures.map((figure) => [figure, needsOf(figure, then, frozenAt)]))
          await compare(october, byHand)
          const later = then.map((each, index) => {
            const fate = second[index]
            return fate ? lives.again(each, fate) : each
          })
          for (const each of later) await server.unitOfWork.run((tx) => lives.change(tx, each))
          const fresh = second.slice(0, 5).map((fate) => lives.lived(fate))
          await lives.store(fresh)
          server.present.set(mondayMorning)
          await lives.count([...later, ...fresh])
          await compare(october, byHand)
          await server.app.get(Counting).rebuild()
          await compare(october, byHand)
        },
      ),
      { numRuns: 3 },
    )
  }, 240_000)

  it('tells what counts no more and what came since, and nothing of both when it is taken back', async () => {
    const [first = ''] = await rate(server, {
      ...{ department: 'gongan', rated: 3, solved: 2, satisfied: 2, at: fromShanghai('2026-10-20') },
    })
    await freeze()
    const judge = (level: 3 | 5, isSolved: boolean) =>
      server.unitOfWork.run(async (tx) => {
        await tx.update(Rating, { needId: first }, { isSolved, level })
        await server.app.get(Counting).recount(tx, [first])
      })
    await judge(3, false)
    const [late = ''] = await rate(server, {
      department: 'gongan',
      rated: 1,
      solved: 1,
      at: fromShanghai('2026-10-21'),
    })
    const listOf = async (figure: Figure, rest = '') =>
      (await all(`${october}&by=department&figure=${figure}${rest}`)).map(({ needId, correction }) => [
        needId,
        correction,
      ])
    expect(await listOf('solved')).toHaveLength(2)
    expect(await listOf('solved')).toContainEqual([first, 'gone'])
    expect((await listOf('rated')).map(([, correction]) => correction)).toEqual([null, null, null])
    expect(await listOf('solved', '&listing=added')).toEqual([[late, 'added']])
    expect(await listOf('rated', '&listing=added')).toEqual([[late, 'added']])
    expect(await listOf('fairlySatisfied')).toEqual([])
    expect(await listOf('fairlySatisfied', '&listing=added')).toEqual([[first, 'added']])
    await judge(5, true)
    expect((await listOf('solved')).map(([, correction]) => correction)).toEqual([null, null])
    const { reader } = server.unitOfWork
    expect(await reader.countBy(ScoreCorrection, { needId: first })).toBe(0)
  })

  it('is paged by key over what is there and what is gone', async () => {
    const ids = await rate(server, {
      department: 'gongan',
      rated: 45,
      solved: 45,
      at: fromShanghai('2026-10-20'),
    })
    await freeze()
    await server.unitOfWork.run(async (tx) => {
      for (const needId of ids.filter((_, index) => index % 2))
        await tx.update(Rating, { needId }, { isSolved: false })
      await server.app.get(Counting).recount(tx, ids)
    })
    const query = `${october}&by=department&figure=solved`
    const first = await page(query)
    expect([first.items.length, first.countedAs]).toEqual([20, 'frozen'])
    const listed = await all(query)
    expect(listed.map(({ needId }) => needId).sort()).toEqual(ids.toSorted())
    expect(listed.filter(({ correction }) => correction === 'gone')).toHaveLength(22)
  })

  it('holds for the frozen months of a quarter, beside what counts now in the others', async () => {
    const batch = { department: 'gongan', rated: 2, solved: 2 }
    const [wrong = ''] = await rate(server, { ...batch, at: fromShanghai('2026-10-20') })
    await freeze()
    await rate(server, { ...batch, at: fromShanghai('2026-11-10') })
    await server.unitOfWork.run(async (tx) => {
      await tx.update(Rating, { needId: wrong }, { isSolved: false })
      await server.app.get(Counting).recount(tx, [wrong])
    })
    const listed = async (period: string) =>
      (await page(`${period}&by=department&figure=solved`)).items.length
    expect(await listed('from=2026-10-01&to=2026-12-31')).toBe(4)
    // No whole months, or by community: as counted now, as its number is.
    expect(await listed('from=2026-10-02&to=2026-12-31')).toBe(3)
    const byCommunity = await page('from=2026-10-01&to=2026-12-31&by=community&figure=solved')
    expect([byCommunity.countedAs, byCommunity.items.length]).toEqual(['now', 3])
  })

  it('says so where a month was frozen before its list was kept', async () => {
    const [wrong = ''] = await rate(server, {
      ...{ department: 'gongan', rated: 2, solved: 2, at: fromShanghai('2026-10-20') },
    })
    await freeze()
    await server.unitOfWork.run((tx) => tx.update(ScoreMonth, { month: '2026-10' }, { isListed: false }))
    await server.unitOfWork.run(async (tx) => {
      await tx.update(Rating, { needId: wrong }, { isSolved: false })
      await server.app.get(Counting).recount(tx, [wrong])
    })
    const query = `${october}&by=department&figure=solved`
    const { countedAs, items } = await page(query)
    expect([countedAs, items.map(({ correction }) => correction)]).toEqual(['unlisted', [null]])
    expect(await page(`${query}&listing=added`)).toMatchObject({ countedAs: 'unlisted', items: [] })
    // With one month of which the list was kept, each month has what there is of it.
    await server.unitOfWork.run((tx) =>
      tx.save(ScoreMonth, { month: '2026-09', frozenAt: fromShanghai('2026-10-02', 1), isListed: true }),
    )
    const both = await page('from=2026-09-01&to=2026-10-31&by=department&figure=solved')
    expect([both.countedAs, both.items.length]).toEqual(['partly', 1])
  })

  it('misses nothing that is counted at the moment at which the month is frozen', async () => {
    const ids = await rate(server, {
      department: 'gongan',
      rated: 24,
      solved: 24,
      at: fromShanghai('2026-10-20'),
    })
    server.present.set(fromShanghai('2026-11-02', 1))
    // The application's own: on SQLite two would mix.
    const change = (needId: string) =>
      server.app.get(UnitOfWork).run(async (tx) => {
        await tx.update(Rating, { needId }, { isSolved: false })
        await server.app.get(Counting).recount(tx, [needId])
      })
    await Promise.all([
      ...ids.slice(0, 12).map(change),
      server.app.get(Snapshots).freezeDue(),
      ...ids.slice(12).map(change),
    ])
    server.present.advance(DAY)
    const { total } = must(await get<ScoresView>(server, 'lingdao', `/scores?${october}&by=department`))
    const listed = await all(`${october}&by=department&figure=solved`)
    expect(listed).toHaveLength(total.solved)
    expect(listed.filter(({ correction }) => correction === 'gone')).toHaveLength(total.solved)
  })

  amongMany('is frozen in its turn, however unbroken the counting is', async () => {
    const [one = '', other = ''] = await rate(server, {
      ...{ department: 'gongan', rated: 2, solved: 2, at: fromShanghai('2026-10-20') },
    })
    server.present.set(fromShanghai('2026-11-02', 1))
    let hasCounted = (): void => undefined
    let end = (): void => undefined
    const counted = new Promise<void>((resolve) => (hasCounted = resolve))
    const ended = new Promise<void>((resolve) => (end = resolve))
    const count = (needId: string, until?: Promise<void>) =>
      server.unitOfWork.run(async (tx) => {
        await tx.update(Rating, { needId }, { isSolved: false })
        await server.app.get(Counting).recount(tx, [needId])
        hasCounted()
        await until
      })
    const first = count(one, ended)
    await counted
    const freezing = server.app.get(Snapshots).freezeDue()
    while ((await waiting()) < 1);
    let isSecondDone = false
    const second = count(other).then(() => (isSecondDone = true))
    while ((await waiting()) < 2 && !isSecondDone);
    end()
    await Promise.all([first, freezing, second])
    // The first is in the frozen number, the second came after it.
    const { total } = must(await get<ScoresView>(server, 'lingdao', `/scores?${october}&by=department`))
    expect(total.figures.solved).toBe(1)
    expect(await all(`${october}&by=department&figure=solved`)).toMatchObject([{ correction: 'gone' }])
  })

  /** How many transactions on this database wait for a lock. Who asks sooner is told what was so when asked before. */
  async function waiting(): Promise<number> {
    await new Promise((soon) => setTimeout(soon, TRANSACTIONS_KEPT))
    const [row] = await server.unitOfWork.reader.query<{ count: string }[]>(
      `SELECT COUNT(*) AS count FROM information_schema.innodb_trx t
       JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
       WHERE t.trx_state = 'LOCK WAIT' AND p.db = DATABASE()`,
    )
    return Number(row?.count)
  }
})
