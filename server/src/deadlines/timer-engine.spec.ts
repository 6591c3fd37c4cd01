import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { DAY, HOUR, MINUTE } from '@minsheng/shared'
import { Like } from 'typeorm'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, type FiledNeed, must } from '../handling/a-need.fixture.js'
import { Outbox } from '../messages/index.js'
import { Clock } from './clock.entity.js'
import { Deadlines } from './deadlines.js'
import { TimerClaims, TimerLeaseLost } from './timer-claims.js'
import { TimerEngine } from './timer-engine.js'
import { Timers } from './timers.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())
beforeEach(async () => {
  server.present.set(mondayMorning)
  await server.unitOfWork.run((tx) => tx.createQueryBuilder().delete().from(Clock).execute())
})

/** One more server on the same database. */
function engine(timers = server.app.get(Timers)): TimerEngine {
  const claims = new TimerClaims(server.unitOfWork, server.present, server.app.get(Deadlines))
  return new TimerEngine(server.unitOfWork, claims, timers, server.present)
}

/** The warnings that a need has had, in their order, as "kind stage". */
async function warnings({ id }: FiledNeed, kind?: string): Promise<string[]> {
  const where = { needId: id, topic: Like('clock.%') }
  const rows = await server.unitOfWork.reader.find(Outbox, { where, order: { id: 'ASC' } })
  return rows
    .map(({ topic, payload }) => `${String(payload.kind)} ${topic.slice('clock.'.length)}`)
    .filter((words) => !kind || words.startsWith(`${kind} `))
}
const clockOf = async (need: FiledNeed, kind: Clock['kind']): Promise<Clock> => {
  const clock = (await need.clocks())[kind]
  if (!clock) throw new Error(`the need has no clock ${kind}`)
  return clock
}

describe('the timers', () => {
  it('warn when a quarter of an hour limit is left, when it is over, and at twice and thrice', async () => {
    const need = await aNeed(server).there()
    const seen: string[][] = []
    for (const hours of [17.9, 18, 24, 24.01, 48.01, 72.01]) {
      server.present.set(new Date(mondayMorning.getTime() + hours * HOUR))
      await engine().sweep()
      seen.push(await warnings(need, 'contact'))
    }
    const all = ['yellow', 'red', 'twice', 'thrice'].map((stage) => `contact ${stage}`)
    expect(seen).toEqual([[], ...[1, 1, 2, 3, 4].map((count) => all.slice(0, count))])
    expect(await clockOf(need, 'contact')).toMatchObject({ stage: null, nextAt: null, leaseOwner: null })
  })

  it('tell whose clock it is', async () => {
    const need = await aNeed(server).there()
    server.present.advance(20 * HOUR)
    await engine().sweep()
    const [order] = await need.orders()
    const rows = await server.unitOfWork.reader.findBy(Outbox, { needId: need.id, topic: 'clock.yellow' })
    expect(rows.find(({ payload }) => payload.kind === 'contact')?.payload).toEqual({
      clockId: expect.any(String),
      kind: 'contact',
      workOrderId: order?.id,
      departmentId: order?.departmentId,
      dueAt: order?.contactDueAt.toISOString(),
    })
  })

  it('make up for a week without a server: each stage once, in its order', async () => {
    const need = await aNeed(server).there()
    server.present.advance(7 * DAY)
    await engine().sweep()
    await engine().sweep()
    const all = ['yellow', 'red', 'twice', 'thrice']
    expect(await warnings(need, 'contact')).toEqual(all.map((stage) => `contact ${stage}`))
    expect(await warnings(need, 'answer')).toEqual(['answer yellow'])
  })

  it('warn once when three servers look at the same time', async () => {
    const needs = await Promise.all(Array.from({ length: 6 }, () => aNeed(server).there()))
    server.present.advance(25 * HOUR)
    await Promise.all([engine(), engine(), engine()].map((each) => each.sweep()))
    for (const need of needs)
      expect(await warnings(need, 'contact')).toEqual(['contact yellow', 'contact red'])
  })

  it('leave alone what was stopped, and remember that it was late', async () => {
    const need = await aNeed(server).accepted().there()
    server.present.advance(25 * HOUR)
    must(await need.act('chengguan', 'contact', { how: 'phone', note: '聊过了' }))
    await engine().sweep()
    expect(await warnings(need, 'contact')).toEqual([])
    const { breachedAt, dueAt } = await clockOf(need, 'contact')
    expect(breachedAt).toEqual(dueAt)
    expect((await clockOf(need, 'accept')).breachedAt).toBeNull()
  })

  it('mark as missed what is overdue, once', async () => {
    const need = await aNeed(server).there()
    server.present.advance(24 * HOUR)
    await engine().sweep()
    expect((await clockOf(need, 'contact')).breachedAt).toBeNull()
    server.present.advance(1)
    await engine().sweep()
    const { breachedAt, dueAt } = await clockOf(need, 'contact')
    expect(breachedAt).toEqual(dueAt)
  })

  it('carry out what has a handler of its own, in the same transaction', async () => {
    const timers = new Timers()
    const seen: string[] = []
    timers.on('contact', 'yellow', async (tx, clocks) => {
      for (const { id } of clocks) {
        const { stage } = await tx.findOneByOrFail(Clock, { id })
        seen.push(`${id} ${stage ?? ''}`)
      }
    })
    const need = await aNeed(server).there()
    server.present.advance(20 * HOUR)
    await engine(timers).sweep()
    expect(seen).toEqual([`${(await clockOf(need, 'contact')).id} red`])
    expect(await warnings(need, 'contact')).toEqual([])
    expect(() => timers.on('supply', 'red', async () => {})).toThrow('no stage red')
  })

  it('try again what fails, and do not let others wait for it', async () => {
    const timers = new Timers()
    const [bad, good] = [await aNeed(server).there(), await aNeed(server).there()]
    const done: string[] = []
    let isBroken = true
    timers.on('contact', 'yellow', async (tx, clocks) => {
      for (const { id, needId } of clocks) {
        await tx.update(Clock, { id }, { stage: 'thrice' })
        if (isBroken && needId === bad.id) throw new Error('out of order')
        done.push(needId)
      }
    })
    server.present.advance(20 * HOUR)
    await engine(timers).sweep()
    expect(new Set(done)).toEqual(new Set([good.id]))
    expect(await clockOf(bad, 'contact')).toMatchObject({ stage: 'yellow', leaseOwner: null })
    expect(await clockOf(good, 'contact')).toMatchObject({ stage: 'thrice' })

    isBroken = false
    server.present.advance(MINUTE)
    await engine(timers).sweep()
    expect(done.filter((needId) => needId === bad.id)).toHaveLength(1)
  })

  it('do nothing to a clock that an act changed after it was claimed', async () => {
    const need = await aNeed(server).accepted().there()
    server.present.advance(20 * HOUR)
    const claims = new TimerClaims(server.unitOfWork, server.present, server.app.get(Deadlines))
    const { token, clocks } = await claims.take(10)
    expect(clocks.map(({ kind }) => kind)).toEqual(['contact'])
    must(await need.act('chengguan', 'contact', { how: 'phone', note: '聊过了' }))
    const settled = server.unitOfWork.run((tx) => claims.settle(tx, token, clocks))
    await expect(settled).rejects.toThrow(TimerLeaseLost)
    for (const clock of clocks) await claims.putOff(token, clock)
    expect((await clockOf(need, 'contact')).nextAt).toBeNull()
  })

  it('take over from a server that died, when its lease has ended', async () => {
    const need = await aNeed(server).there()
    server.present.advance(20 * HOUR)
    const claims = new TimerClaims(server.unitOfWork, server.present, server.app.get(Deadlines))
    await claims.take(10)
    await engine().sweep()
    expect(await warnings(need, 'contact')).toEqual([])
    server.present.advance(2 * MINUTE)
    await engine().sweep()
    expect(await warnings(need, 'contact')).toEqual(['contact yellow'])
  })

  it('begin as soon as they are started, and finish what is under way', async () => {
    const timers = new Timers()
    const begun = new Promise<void>((resolve) =>
      timers.on('contact', 'yellow', () => {
        resolve()
        return Promise.resolve()
      }),
    )
    const need = await aNeed(server).there()
    server.present.advance(20 * HOUR)
    const running = engine(timers)
    running.start()
    await begun
    await running.beforeApplicationShutdown()
    expect(await clockOf(need, 'contact')).toMatchObject({ stage: 'red', leaseOwner: null })
  })
})
