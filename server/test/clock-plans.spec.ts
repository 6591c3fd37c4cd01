import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { MINUTE } from '@minsheng/shared'
import type { Logger } from 'typeorm'
import { Clock, Deadlines } from '../src/deadlines/index.js'
import { TimerClaims } from '../src/deadlines/timer-claims.js'
import { insertRows, newId } from '../src/platform/database/index.js'
import { mondayMorning, startApp, type TestApp } from './app.fixture.js'

const CLOCKS = 12_000

// As with the lists: how a city's clocks are read is a question to the city's database.
;(process.env.TEST_DATABASE_URL ? describe : describe.skip)('among twelve thousand clocks', () => {
  let server: TestApp
  beforeAll(async () => {
    server = await startApp()
    for (let from = 0; from < CLOCKS; from += 1_000)
      await server.unitOfWork.run((tx) =>
        insertRows(
          tx,
          Clock,
          Array.from({ length: 1_000 }, (_, index) => clock(from + index)),
        ),
      )
    await server.unitOfWork.reader.query('ANALYZE TABLE clock')
  }, 300_000)
  afterAll(() => server.stop())

  it('a sweep reads what is due from its index', async () => {
    const plans = await plansOf(() =>
      new TimerClaims(server.unitOfWork, server.present, server.app.get(Deadlines)).take(500),
    )
    expect(plans).toEqual([expect.objectContaining({ key: 'ix_clock_next', type: 'range' })])
    expect(plans[0]?.Extra).not.toContain('filesort')
  })

  it('provisional clocks are a range of their index', async () => {
    const plans = await plansOf(() => server.app.get(Deadlines).provisional('', 200))
    expect(plans).toEqual([
      expect.objectContaining({
        key: 'ix_clock_provisional',
        type: expect.stringMatching(/^(ref|range)$/),
        Extra: expect.not.stringMatching(/filesort|temporary/),
      }),
    ])
  })

  /** The plans of the statements that read clocks meanwhile. */
  async function plansOf(work: () => Promise<unknown>) {
    const { dataSource } = server.unitOfWork.reader
    const asked: [string, Parameters<Logger['logQuery']>[1]][] = []
    const { logger } = dataSource
    const logQuery = logger.logQuery.bind(logger)
    logger.logQuery = (sql, parameters) => asked.push([sql, parameters])
    await work()
    logger.logQuery = logQuery
    const selects = asked.filter(([sql]) => sql.startsWith('SELECT') && sql.includes('FROM `clock`'))
    const explained = selects.map(([sql, parameters]) =>
      dataSource.query<{ key: string; type: string; Extra: string }[]>(`EXPLAIN ${sql}`, parameters),
    )
    return (await Promise.all(explained)).flat()
  }
})

/** One of a hundred is due, one of a hundred is provisional, a third was stopped. */
function clock(n: number): Clock {
  const startAt = new Date(mondayMorning.getTime() - n * MINUTE)
  const dueAt = new Date(mondayMorning.getTime() + (n + 1) * MINUTE)
  const isStopped = n % 3 === 0
  return {
    id: newId(startAt),
    needId: newId(startAt),
    workOrderId: null,
    departmentId: null,
    streetId: null,
    kind: 'answer',
    limitAmount: 5,
    limitUnit: 'workdays',
    startAt,
    dueAt,
    firstDueAt: null,
    isProvisional: n % 100 === 1,
    pauses: null,
    stage: 'red',
    nextAt: isStopped ? null : n % 100 === 2 ? startAt : dueAt,
    stoppedAt: isStopped ? startAt : null,
    breachedAt: null,
    leaseOwner: null,
  }
}
