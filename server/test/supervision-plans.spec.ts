import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY, supervisionCauses, supervisionLevels, supervisionStates } from '@minsheng/shared'
import { get, idOf, must, tokenOf } from '../src/handling/a-need.fixture.js'
import { Department } from '../src/people/index.js'
import { insertRows, newId } from '../src/platform/database/index.js'
import { NeedGroup } from '../src/supervision/need-group.entity.js'
import { RepeatedNeed } from '../src/supervision/repeated-need.entity.js'
import { SupervisionOrder } from '../src/supervision/supervision-order.entity.js'
import { mondayMorning, startApp, type TestApp } from './app.fixture.js'
import { selectsOf, type Statement } from './plans.fixture.js'

interface Plan {
  table: string
  type: string
  key: string | null
  Extra: string
}
const ROWS = 12_000
const hasServer = Boolean(process.env.TEST_DATABASE_URL)

// As in query-plans.spec.ts: how a city's lists are read is a question to the city's database.
;(hasServer ? describe : describe.skip)('among twelve thousand supervision orders', () => {
  let server: TestApp
  let asked: Statement[]
  beforeAll(async () => {
    server = await startApp()
    await fill()
    for (const table of ['supervision_order', 'need_group', 'repeated_need'])
      await server.unitOfWork.reader.query(`ANALYZE TABLE ${table}`)
    for (const who of ['gongan', 'fenpai', 'duban']) await tokenOf(server, who)
    asked = selectsOf(server)
  }, 300_000)
  afterAll(() => server.stop())

  it.each([
    [
      'a state',
      'duban',
      '/supervision-orders?state=issued',
      'supervision_order',
      'ix_supervision_order_state',
    ],
    [
      'what is late',
      'duban',
      '/supervision-orders?overdue=true',
      'supervision_order',
      'ix_supervision_order_state',
    ],
    [
      'what is over',
      'duban',
      '/supervision-orders?state=settled',
      'supervision_order',
      'ix_supervision_order_state',
    ],
    ['a level', 'duban', '/supervision-orders?level=3', 'supervision_order', 'ix_supervision_order_level'],
    ['a department', 'gongan', '/supervision-orders', 'supervision_order', 'ix_supervision_order_department'],
    [
      'a level of a department',
      'gongan',
      '/supervision-orders?level=2',
      'supervision_order',
      'ix_supervision_order_department_level',
    ],
    [
      'what everybody may see',
      'duban',
      '/supervision-orders/listed',
      'supervision_order',
      'ix_supervision_order_listed',
    ],
    ['groups to look at', 'fenpai', '/need-groups', 'need_group', 'ix_need_group_open'],
    ['repeated needs', 'fenpai', '/repeated-needs', 'repeated_need', 'ix_repeated_need_last'],
  ])('%s: each page is one range of one index, read in its order', async (_, who, path, table, key) => {
    const first = await ask(who, path)
    const next = first.nextCursor ?? ''
    expect(next).not.toBe('')
    const pages = [path, `${path}${path.includes('?') ? '&' : '?'}cursor=${next}`]
    for (const page of pages) {
      await ask(who, page)
      const plans = await plansOf(table)
      expect(plans.length).toBeGreaterThan(0)
      for (const plan of plans)
        expect([page, plan]).toEqual([
          page,
          expect.objectContaining({
            key,
            type: expect.stringMatching(/^(ref|range|index)$/),
            Extra: expect.not.stringMatching(/filesort|temporary/),
          }),
        ])
    }
  })

  async function ask(who: string, path: string): Promise<{ nextCursor: string | null }> {
    asked.length = 0
    return must(await get<{ nextCursor: string | null }>(server, who, path))
  }

  /** The plans of the lists of a table that were asked for last. */
  async function plansOf(table: string): Promise<Plan[]> {
    const own = asked.filter(({ sql }) => sql.includes(`FROM \`${table}\``) && sql.includes('ORDER BY'))
    const explained = own.map(({ sql, parameters }) =>
      server.unitOfWork.reader.query<Plan[]>(`EXPLAIN ${sql}`, parameters),
    )
    return (await Promise.all(explained)).flat()
  }

  /** A year of supervision, of all departments in turn. */
  async function fill(): Promise<void> {
    const departments = await server.unitOfWork.reader.find(Department)
    const categoryId = await idOf(server, 'category', 'order.theft')
    const of = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item
    const all = Array.from({ length: ROWS }, (_, index) => {
      const at = new Date(mondayMorning.getTime() - ((index * 7_919) % (365 * 24)) * (DAY / 24))
      const level = of(supervisionLevels, Math.floor(index / 3))
      const id = newId(at)
      const [needId, communityId] = [newId(at), newId(at)]
      const order: SupervisionOrder = {
        id,
        number: `DB${id}`,
        level,
        cause: of(supervisionCauses, index),
        state: of(supervisionStates, Math.floor(index / departments.length)),
        needId,
        complaintId: null,
        accusedDepartmentId: null,
        workOrderId: null,
        departmentId:
          index % 3 === 0
            ? of(
                departments.filter(({ code }) => code === 'gongan'),
                0,
              ).id
            : of(departments, index).id,
        receiptNo: 'MS20261101-0001-7',
        title: '夜里有人偷电动车电瓶',
        categoryId,
        communityId,
        streetId: newId(at),
        demand: '请限期说明',
        issuedAt: at,
        dueAt: new Date(at.getTime() + 3 * DAY),
        isDueProvisional: false,
        issuedById: null,
        feedback: null,
        answeredAt: null,
        conclusion: null,
        settledAt: null,
        isListed: level === 3,
      }
      const group: NeedGroup = {
        id,
        categoryId,
        masterId: needId,
        communityId,
        size: 5,
        firstAt: at,
        lastAt: at,
        isOpen: index % 4 === 0,
        settledById: null,
      }
      const repeated: RepeatedNeed = {
        id,
        residentId: newId(at),
        categoryId,
        times: 3,
        lastNeedId: needId,
        lastAt: at,
      }
      return { order, group, repeated }
    })
    for (let from = 0; from < ROWS; from += 500) {
      const rows = all.slice(from, from + 500)
      await server.unitOfWork.run(async (tx) => {
        await insertRows(
          tx,
          SupervisionOrder,
          rows.map(({ order }) => order),
        )
        await insertRows(
          tx,
          NeedGroup,
          rows.map(({ group }) => group),
        )
        await insertRows(
          tx,
          RepeatedNeed,
          rows.map(({ repeated }) => repeated),
        )
      })
    }
  }
})
