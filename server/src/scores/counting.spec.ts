import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY, HOUR, type PeriodName } from '@minsheng/shared'
import fc from 'fast-check'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { TimerEngine } from '../deadlines/index.js'
import { aNeed, get, must, noise, tokenOf } from '../handling/a-need.fixture.js'
import { Relay } from '../messages/index.js'
import { Counting } from './counting.js'
import { byHand, fates, type Lived, Lives } from './lives.fixture.js'
import { ScoreItem } from './score-item.entity.js'
import { ScoreSum } from './score-sum.entity.js'
import { startOver } from './scores.fixture.js'
import type { ScoreRow, ScoresView } from './scores.dto.js'

let server: TestApp
let lives: Lives
beforeAll(async () => {
  server = await startApp()
  lives = await Lives.of(server)
})
afterAll(() => server.stop())

const shown = (row: ScoreRow) => ({
  filed: row.filed,
  rejected: row.figures.rejected,
  rated: row.rated,
  contactRate: row.contactRate,
  solvedRate: row.solvedRate,
  satisfaction: row.satisfaction,
  composite: row.composite,
  openOverdue: row.openOverdue,
  onTimeRate: row.onTimeRate,
  returnRate: row.rates.returnRate,
  accepted: row.rates.acceptedInTimeRate,
  byCall: row.rated - row.figures.byTap,
})

const close = (figures: Record<string, number | null>) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, value === null ? null : value.toFixed(9)]),
  )

const asked = {
  department: (departmentId: string) => (each: Lived) => each.need.departmentId === departmentId,
  field: (fieldId: string) => (each: Lived) => each.need.fieldId === fieldId,
  area: (streetId: string) => (each: Lived) => each.need.streetId === streetId,
}
const periods: readonly [PeriodName, string][] = [
  [{ kind: 'month', month: '2026-10' }, 'period=month&month=2026-10'],
  [{ kind: 'nineteenth', month: '2026-11' }, 'period=nineteenth&month=2026-11'],
  [{ kind: 'noonDay', day: '2026-10-21' }, 'period=noonDay&day=2026-10-21'],
  [{ kind: 'free', from: '2026-09-21', to: '2026-12-31' }, 'from=2026-09-21&to=2026-12-31'],
]

async function compare(all: readonly Lived[]): Promise<void> {
  const now = server.present.now()
  await tokenOf(server, 'lingdao')
  for (const [name, query] of periods)
    for (const by of ['department', 'field', 'area'] as const) {
      const path = `/scores?${query}&by=${by}`
      const { total, items } = must(await get<ScoresView>(server, 'lingdao', path))
      expect(close(shown(total))).toEqual(close(byHand(all, name, now)))
      for (const row of items) {
        const own = all.filter(asked[by](row.id ?? ''))
        expect(close(shown(row))).toEqual(close(byHand(own, name, now)))
      }
    }
}

/** The sums that are not nothing, in one order. */
async function sums(): Promise<unknown[]> {
  const rows = await server.unitOfWork.reader.find(ScoreSum, {
    order: { scope: 'ASC', dimension: 'ASC', halfDay: 'ASC', groupId: 'ASC' },
  })
  return rows.filter(({ scope: _, dimension: __, halfDay: ___, groupId: ____, ...figures }) =>
    Object.values(figures).some((figure) => figure !== 0),
  )
}

describe('the sums', () => {
  it('are what somebody finds by hand in the rows, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fates, { minLength: 1, maxLength: 60 }), async (some) => {
        await startOver(server)
        server.present.set(mondayMorning)
        const all = some.map((fate) => lives.lived(fate))
        await lives.store(all)
        await lives.count(all)
        await compare(all)
      }),
      { numRuns: 8 },
    )
  }, 300_000)

  it('follow what changes, and time that passes, as if all were counted anew', async () => {
    await startOver(server)
    server.present.set(new Date('2026-10-20T02:00:00Z'))
    const [first, second] = [
      fc.sample(fates, { numRuns: 80, seed: 7 }),
      fc.sample(fates, { numRuns: 80, seed: 8 }),
    ]
    const all = first.map((fate) => lives.lived(fate))
    await lives.store(all)
    await lives.count(all)
    for (const [index, fate] of second.slice(0, 40).entries()) {
      const changed = lives.again(all[index] as Lived, { ...fate, filed: first[index]?.filed ?? 0 })
      await server.unitOfWork.run((tx) => lives.change(tx, changed))
      all[index] = changed
    }
    await lives.count(all.slice(0, 40))
    server.present.set(mondayMorning)
    while ((await server.app.get(Counting).settle()) > 0);
    await compare(all)
    const followed = await sums()
    expect(await server.app.get(Counting).rebuild()).toBe(80)
    expect(await sums()).toEqual(followed)
  }, 300_000)

  it('are the same however often something is counted, and by how many at once', async () => {
    await startOver(server)
    const all = fc.sample(fates, { numRuns: 20, seed: 9 }).map((fate) => lives.lived(fate))
    await lives.store(all)
    await lives.count(all)
    const [before, items] = [await sums(), await server.unitOfWork.reader.count(ScoreItem)]
    const again = await Promise.allSettled(Array.from({ length: 5 }, () => lives.count(all)))
    expect(again.some(({ status }) => status === 'fulfilled')).toBe(true)
    for (const each of again)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'changed_meanwhile' })
    expect(await sums()).toEqual(before)
    expect(await server.unitOfWork.reader.count(ScoreItem)).toBe(items)
  })

  it('agree in whatever they are grouped by', async () => {
    const totals = []
    for (const by of ['department', 'field', 'area', 'community', 'source', 'week', 'month']) {
      const path = `/scores?from=2026-09-21&to=2026-12-31&by=${by}`
      totals.push(must(await get<ScoresView>(server, 'lingdao', path)).total.figures)
    }
    expect(totals[0]?.filed).toBe(20)
    for (const total of totals) expect(total).toEqual(totals[0])
  })
})

describe('who is outside of V', () => {
  const november = '/scores?period=month&month=2026-11&by=department'
  const total = async () => {
    await server.app.get(Relay).drain()
    return must(await get<ScoresView>(server, 'lingdao', november)).total
  }

  it('is counted where the resident was silent, and never as satisfied', async () => {
    await startOver(server)
    server.present.set(new Date('2026-11-02T01:30:00Z'))
    const need = await aNeed(server).worked().there()
    server.present.advance(15 * DAY)
    await server.app.get(TimerEngine).sweep()
    expect((await need.row()).state).toBe('closed')
    expect(await total()).toMatchObject({
      rated: 0,
      satisfaction: null,
      figures: { unrated: 1, satisfied: 0 },
      rates: { coverageRate: 0, activeRatingRate: 0 },
    })
  })

  it('is a second need of the same complainant that got the same answer', async () => {
    await startOver(server)
    server.present.set(mondayMorning)
    const master = await aNeed(server).there()
    const again = await aNeed(server, { text: `${noise}，今天又来了` }).there()
    const neighbour = await aNeed(server, { text: `${noise}，我们楼也听得到` }, '19900000002').there()
    const needIds = [again.id, neighbour.id]
    must(await master.ask('merge', { needIds }, 'fenpai'))
    expect((await total()).figures.merged).toBe(2)
    for (const [who, act, body] of [
      ['chengguan', 'accept', {}],
      ['chengguan', 'contact', { how: 'phone', note: '聊过了' }],
      [
        'chengguan',
        'submitAnswer',
        { text: '已约谈施工单位，夜间十点以后不再作业，请监督', result: 'solved' },
      ],
      ['chengguan-shenhe', 'approve', {}],
    ] as const)
      must(await master.act(who, act, body))
    await server.app.get(Relay).drain()
    for (const each of [master, again, neighbour]) {
      server.present.advance(HOUR)
      must(await each.rate({ level: 5, solved: true }))
    }
    const { rated, figures } = await total()
    expect({ rated, merged: figures.merged }).toEqual({ rated: 2, merged: 1 })
  })
})
