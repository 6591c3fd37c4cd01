import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY } from '@minsheng/shared'
import { insertRows, newId } from '../platform/database/index.js'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { Claims } from './claims.js'
import { Notice } from './notice.entity.js'
import { actLane, Notices, Outbox, toDeliver } from './index.js'

const ROWS = 20_000
const personId = '01JD0000000000000000000001'
const needId = (n: number) => `01JD${String(n).padStart(22, '0')}`

interface Plan {
  table: string
  type: string
  key: string | null
  rows: string | number
}

// What reading costs in a city is a question to the city's database.
;(process.env.TEST_DATABASE_URL ? describe : describe.skip)('among twenty thousand rows', () => {
  let server: TestApp
  const asked: { sql: string; parameters: unknown[] }[] = []
  beforeAll(async () => {
    server = await startApp()
    const now = server.present.now()
    const later = new Date(now.getTime() + DAY)
    for (let from = 0; from < ROWS; from += 1_000) {
      const numbers = Array.from({ length: 1_000 }, (_, i) => from + i)
      const row = (n: number) => {
        const waiting = { needId: needId(n % 5_000), lane: actLane, topic: 'need.accepted', payload: {} }
        return toDeliver(waiting, now, later)
      }
      const sent = (n: number) => (n % 2 ? { ...row(n), state: 'sent' as const } : row(n))
      const notice = (n: number): Notice => ({
        id: newId(now),
        personId: n % 50 ? needId(n) : personId,
        needId: null,
        workOrderId: null,
        supervisionOrderId: null,
        words: '您好',
        at: new Date(now.getTime() - n * 1_000),
        readAt: null,
      })
      await server.unitOfWork.run(async (tx) => {
        await insertRows(tx, Outbox, numbers.map(sent))
        await insertRows(tx, Notice, numbers.map(notice))
      })
    }
    for (const name of ['outbox', 'notice']) await server.unitOfWork.reader.query(`ANALYZE TABLE ${name}`)
    listen()
  }, 300_000)
  afterAll(() => server.stop())

  function listen(): void {
    const source = server.unitOfWork.reader.dataSource
    const create = source.createQueryRunner.bind(source)
    source.createQueryRunner = (mode) => {
      const runner = create(mode)
      const query = runner.query.bind(runner) as (...all: unknown[]) => Promise<unknown>
      runner.query = ((sql: string, parameters: unknown[] = [], ...rest: unknown[]) => {
        asked.push({ sql, parameters })
        return query(sql, parameters, ...rest)
      }) as typeof runner.query
      return runner
    }
  }

  /** The plan of the statement on a table that was asked last. */
  async function planOf(table: string): Promise<Plan | undefined> {
    const last = asked.findLast(({ sql }) => sql.startsWith('SELECT') && sql.includes(`\`${table}\``))
    if (!last) throw new Error(`nothing was asked of ${table}`)
    const { reader } = server.unitOfWork
    const [plan] = await reader.query<Plan[]>(`EXPLAIN ${last.sql}`, last.parameters)
    return plan
  }

  it('a look at the outbox costs what is due, not what is there', async () => {
    expect((await server.app.get(Claims).take(actLane, 100)).rows).toEqual([])
    const plan = await planOf('outbox')
    expect(plan).toMatchObject({ type: 'range', key: 'ix_outbox_due' })
    expect(Number(plan?.rows)).toBeLessThan(10)
  })

  it('somebody’s notices cost what is shown', async () => {
    const page = await server.app.get(Notices).page(personId, undefined)
    expect([page.items.length, page.unread]).toEqual([20, 99])
    expect(['ix_notice_unread', 'ix_notice_person']).toContain((await planOf('notice'))?.key)
  })
})
