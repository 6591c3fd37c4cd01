import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY } from '@minsheng/shared'
import { get, must, tokenOf } from '../src/handling/a-need.fixture.js'
import { PersonalData, Staff } from '../src/people/index.js'
import { Areas } from '../src/places/index.js'
import { insertRows, newId } from '../src/platform/database/index.js'
import { gridOf, worker } from '../src/visits/a-grid.fixture.js'
import { GridAssignment } from '../src/visits/grid-assignment.entity.js'
import { GridBook } from '../src/visits/grid-book.entity.js'
import { GridTask } from '../src/visits/grid-task.entity.js'
import { HouseholdNeed } from '../src/visits/household-need.entity.js'
import { HouseholdResident } from '../src/visits/household-resident.entity.js'
import { Household } from '../src/visits/household.entity.js'
import { TaskReport } from '../src/visits/task-report.entity.js'
import { VisitMonth } from '../src/visits/visit-month.entity.js'
import { Visit } from '../src/visits/visit.entity.js'
import { mondayMorning, startApp, type TestApp } from './app.fixture.js'
import { selectsOf, type Statement } from './plans.fixture.js'

interface Plan {
  table: string
  type: string
  key: string | null
  Extra: string
}
/** In each of 120 grids. */
const HOUSEHOLDS = 100
const hasServer = Boolean(process.env.TEST_DATABASE_URL)

// As in query-plans.spec.ts: how a city's lists are read is a question to the city's database.
;(hasServer ? describe : describe.skip)('among the households and visits of 120 grids', () => {
  let server: TestApp
  let gridId: string
  let asked: Statement[]
  /** One with many reports of the grid. */
  let assigned = ''
  beforeAll(async () => {
    server = await startApp()
    gridId = await gridOf(server, worker)
    await fill()
    for (const table of [
      'household',
      'household_need',
      'household_resident',
      'visit',
      'grid_task',
      'task_report',
      'visit_month',
    ])
      await server.unitOfWork.reader.query(`ANALYZE TABLE ${table}`)
    for (const who of [worker, 'lingdao', 'guanli']) await tokenOf(server, who)
    asked = selectsOf(server)
  }, 240_000)
  afterAll(() => server.stop())

  it.each([
    ['those of a grid', () => `/households?gridId=${gridId}`, 'household', 'ix_household_unvisited'],
    ['60 days', () => `/households?gridId=${gridId}&unvisitedDays=60`, 'household', 'ix_household_unvisited'],
    [
      'a building',
      () => `/households?gridId=${gridId}&building=${encodeURIComponent('1 号楼')}`,
      'household',
      'ix_household_building',
    ],
    [
      'needs at a door',
      () => `/households/${doorOf(gridId)}/needs`,
      'household_need',
      'ix_household_need_household',
    ],
    [
      'the register of a grid',
      () => `/household-register?areaId=${gridId}`,
      'household',
      'ix_household_unvisited',
      'guanli',
    ],
    [
      'what a grid has reported',
      () => `/grid-assignments/${assigned}/reports?gridId=${gridId}`,
      'task_report',
      'ix_task_report_received',
      'lingdao',
    ],
    ['visits at a door', () => `/households/${doorOf(gridId)}/visits`, 'visit', 'ix_visit_household'],
  ])(
    '%s: each page is one range of one index, read in its order',
    async (_, path, table, key, who = worker) => {
      const first = await ask(who, path())
      const next = first.nextCursor ?? ''
      expect(next).not.toBe('')
      for (const page of [path(), `${path()}${path().includes('?') ? '&' : '?'}cursor=${next}`]) {
        await ask(who, page)
        await expectPlans(table, key, /ORDER BY/, /filesort|temporary/)
      }
    },
  )

  it('the register of a community asks once for all its grids, of each one range in its order', async () => {
    const { parentId } = (await server.app.get(Areas).byId(gridId)) ?? {}
    const grids = (await server.app.get(Areas).all('grid')).filter((grid) => grid.parentId === parentId)
    expect(grids.length).toBeGreaterThan(1)
    const building = encodeURIComponent('1 号楼')
    for (const [query, key] of [
      ['', 'ix_household_unvisited'],
      ['&unvisitedDays=60', 'ix_household_unvisited'],
      [`&building=${building}`, 'ix_household_building'],
    ]) {
      const path = `/household-register?areaId=${parentId ?? ''}${query}`
      const { nextCursor } = await ask('guanli', path)
      expect(nextCursor).not.toBeNull()
      for (const page of [path, `${path}&cursor=${nextCursor ?? ''}`]) {
        await ask('guanli', page)
        const doors = asked.filter(({ sql }) => /FROM `household`/.test(sql))
        expect(doors.map(({ sql }) => /UNION ALL/.test(sql))).toEqual([true, false])
        const ranges = (await plansOf('household', /UNION ALL/)).filter(({ table }) => table === 'h')
        expect(ranges).toHaveLength(grids.length)
        for (const { Extra, ...range } of ranges) {
          expect(range).toMatchObject({ key, type: expect.stringMatching(/^(ref|range)$/) })
          expect(Extra).not.toMatch(/filesort|temporary/)
        }
        expect(await plansOf('household', /IN \(/)).toMatchObject([{ key: 'PRIMARY', type: 'range' }])
      }
    }
  })

  /** Two households of the grid have changed since. */
  const changeTwo = () =>
    server.unitOfWork.run(async (tx) => {
      const { changes } = await tx.findOneByOrFail(GridBook, { gridId })
      const households = await tx.find(Household, { where: { gridId }, take: 2 })
      for (const [index, { id }] of households.entries())
        await tx.update(Household, { id }, { changeNumber: changes + 1 + index })
      await tx.update(GridBook, { gridId }, { changes: changes + households.length })
    })

  it('a download reads the changes of its grids, and what belongs to them', async () => {
    const all = await ask<{ cursor: string }>(worker, '/sync/changes')
    await expectPlans('household_resident', 'ix_household_resident_household')
    // A household that was reported for twice is named once: a small table of its own, of one grid.
    await expectPlans('task_report', 'ix_task_report_task', /./, /filesort/)
    await changeTwo()
    await ask(worker, `/sync/changes?cursor=${all.cursor}`)
    await expectPlans('household', 'ix_household_change', /ORDER BY/, /filesort|temporary/)
    await expectPlans('grid_task', 'ix_grid_task_change', /ORDER BY/, /filesort|temporary/)
  })

  it('which visits of a household are the newest is read from an index alone', async () => {
    await ask(worker, '/sync/changes')
    const numbering = asked.filter(({ sql }) => sql.includes('ROW_NUMBER'))
    expect(numbering).toHaveLength(1)
    for (const { sql, parameters } of numbering) {
      const plans = await server.unitOfWork.reader.query<Plan[]>(`EXPLAIN ${sql}`, parameters)
      expect(plans.find(({ table }) => table === 'visit')).toMatchObject({
        ...{ key: 'ix_visit_household', type: expect.stringMatching(/^(ref|range)$/) },
        Extra: expect.stringContaining('Using index'),
      })
    }
    await expectPlans('visit', 'PRIMARY', /ORDER BY/)
  })

  it('the map of a grid is one range', async () => {
    await ask(worker, `/visits/map?gridId=${gridId}`)
    await expectPlans('visit', 'ix_visit_grid', /ORDER BY/, /filesort|temporary/)
  })

  it('the coverage of a town counts from an index alone', async () => {
    const grid = await server.app.get(Areas).byId(gridId)
    await ask(worker, `/visits/coverage?areaId=${grid?.id ?? ''}`)
    await expectPlans('household', 'ix_household_unvisited', /COUNT/)
    for (const { Extra } of await plansOf('household', /COUNT/)) expect(Extra).toContain('Using index')
  })

  it('a town with few tasks reads its own, and not those of all others on the way', async () => {
    const streets = await server.app.get(Areas).all('street')
    const known = await server.app.get(Areas).known()
    const own = known.get(known.get(gridId)?.parentId ?? '')?.parentId ?? ''
    const [other] = streets.filter(({ id }) => id !== own)
    const tasks = Array.from({ length: 3_000 }, (_, index): GridAssignment => ({
      ...{ id: newId(mondayMorning), areaId: other?.id ?? '', title: '检查', dueOn: '2026-12-01' },
      ...{ assignedById: newId(mondayMorning), assignedAt: new Date(mondayMorning.getTime() + index) },
    }))
    await server.unitOfWork.run((tx) => insertRows(tx, GridAssignment, tasks))
    await server.unitOfWork.reader.query('ANALYZE TABLE grid_assignment')
    await server.changed((tx) => tx.update(Staff, { account: 'lingdao2' }, { areaId: own }))
    const { items } = await ask<{ items: unknown[] }>('lingdao2', '/grid-assignments')
    expect(items).toHaveLength(1)
    const [range, ...others] = await plansOf('grid_assignment', /ORDER BY/)
    expect([range, others]).toMatchObject([{ key: 'ix_grid_assignment_area', type: 'range' }, []])
    // The whole district is read in the order of the other index.
    await ask('lingdao', '/grid-assignments')
    expect(await plansOf('grid_assignment', /ORDER BY/)).toMatchObject([
      { key: 'ix_grid_assignment_assigned', Extra: expect.not.stringMatching(/filesort|temporary/) },
    ])
  })

  const doors = new Map<string, string>()
  const doorOf = (grid: string): string => doors.get(grid) ?? ''

  async function ask<Body = { nextCursor: string | null }>(who: string, path: string): Promise<Body> {
    asked.length = 0
    return must(await get<Body>(server, who, path))
  }

  async function expectPlans(table: string, key: string, which = /./, not = /temporary/): Promise<void> {
    const plans = await plansOf(table, which)
    expect([table, plans.length > 0]).toEqual([table, true])
    for (const plan of plans) {
      expect(plan).toMatchObject({ key, type: expect.stringMatching(/^(ref|range)$/) })
      expect(plan.Extra).not.toMatch(not)
    }
  }

  /** The plans of what was read of a table last. */
  async function plansOf(table: string, which: RegExp): Promise<Plan[]> {
    const own = asked.filter(({ sql }) => sql.includes(`FROM \`${table}\``) && which.test(sql))
    const explained = own.map(({ sql, parameters }) =>
      server.unitOfWork.reader.query<Plan[]>(`EXPLAIN ${sql}`, parameters),
    )
    return (await Promise.all(explained)).flat()
  }

  async function fill(): Promise<void> {
    const grids = await server.app.get(Areas).all('grid')
    for (const { id } of grids) await fillGrid(id)
    const at = mondayMorning
    const assignment = {
      id: newId(at),
      areaId: gridId,
      title: '检查',
      dueOn: '2026-12-01',
      assignedById: newId(at),
    }
    await server.unitOfWork.run((tx) => insertRows(tx, GridAssignment, [{ ...assignment, assignedAt: at }]))
  }

  /** A grid with households, three visits at each, and tasks with reports. */
  async function fillGrid(grid: string): Promise<void> {
    const nameCipher = server.app.get(PersonalData).encrypt('王小明')
    const at = (days: number) => new Date(mondayMorning.getTime() - days * DAY)
    const households = Array.from({ length: HOUSEHOLDS }, (_, index): Household => ({
      ...{
        id: newId(at(200)),
        gridId: grid,
        building: `${1 + (index % 3)} 号楼`,
        unit: '1 单元',
        room: String(index),
      },
      ...{ doorCode: `m-${newId(at(200))}`, marks: [], noteCipher: null, nextVisitOn: null, removedAt: null },
      ...{ unvisitedSince: at(1 + index), lastMetAt: at(1 + index), lastVisitedAt: at(1 + index) },
      ...{ version: 1, changeNumber: index + 1 },
    }))
    doors.set(grid, households[0]?.id ?? '')
    const visits = households.flatMap(({ id: householdId }, index) =>
      Array.from({ length: index === 0 ? 45 : 3 }, (_, number): Visit => ({
        ...{ id: newId(at(0)), operationId: newId(at(0)), householdId, gridId: grid, workerId: newId(at(0)) },
        ...{
          meeting: 'met',
          residentId: null,
          saidCipher: null,
          tags: [],
          attachmentIds: [],
          nextVisitOn: null,
        },
        ...{ longitude: 117.9, latitude: 36, visitedAt: at(1 + index + number * 30), receivedAt: at(0) },
      })),
    )
    const tasks = Array.from({ length: 20 }, (_, index): GridTask => ({
      ...{ id: newId(at(0)), assignmentId: newId(at(0)), gridId: grid, kind: 'check', scope: 'household' },
      ...{ title: '检查', text: '检查', choices: [], dueOn: '2026-12-01', total: HOUSEHOLDS, reported: 5 },
      ...{ changeNumber: HOUSEHOLDS + 1 + index, revokedAt: null },
    }))
    const [first] = tasks
    if (grid === gridId && first) assigned = first.assignmentId
    const reports = tasks.flatMap(({ id: taskId }) =>
      households.slice(0, taskId === first?.id ? 45 : 5).map(({ id: householdId }): TaskReport => ({
        ...{ id: newId(at(0)), operationId: newId(at(0)), taskId, householdId, workerId: newId(at(0)) },
        ...{ choice: null, wordsCipher: null, attachmentIds: [], reportedAt: at(0), receivedAt: at(0) },
      })),
    )
    const needs = households.slice(0, 2).flatMap(({ id: householdId }) =>
      Array.from({ length: 45 }, (): HouseholdNeed => ({
        ...{
          needId: newId(at(0)),
          operationId: newId(at(0)),
          householdId,
          residentId: null,
          visitOperationId: null,
        },
        ...{ filedById: newId(at(0)), filedAt: at(0) },
      })),
    )
    const residents = households.flatMap(({ id: householdId }) =>
      [0, 1].map((position): HouseholdResident => ({
        ...{
          id: newId(at(0)),
          householdId,
          localId: null,
          position,
          nameCipher,
          phoneCipher: null,
          idNumberCipher: null,
        },
        ...{ relation: null, personId: null },
      })),
    )
    await server.unitOfWork.run(async (tx) => {
      await insertRows(tx, Household, households)
      await insertRows(tx, Visit, visits)
      await insertRows(tx, HouseholdNeed, needs)
      await insertRows(tx, GridTask, tasks)
      await insertRows(tx, TaskReport, reports)
      await insertRows(tx, HouseholdResident, residents)
      await insertRows(tx, GridBook, [{ gridId: grid, changes: HOUSEHOLDS + 20, households: HOUSEHOLDS }])
      await insertRows(tx, VisitMonth, [
        { month: '2026-11', gridId: grid, visits: 9, unmet: 1, households: 8 },
      ])
    })
  }
})
