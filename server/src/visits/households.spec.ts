import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY } from '@minsheng/shared'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { areaOf, get, must, post } from '../handling/a-need.fixture.js'
import { PersonalDataRead, Staff } from '../people/index.js'
import { Areas } from '../places/index.js'
import {
  download,
  gridOf,
  householdAt,
  householdsOf,
  neighbour,
  operation,
  sync,
  worker,
} from './a-grid.fixture.js'
import { svgOf } from './door-codes.js'
import type { AssignmentPage, AssignmentView } from './grid-assignment.dto.js'
import type { CoverageView, HouseholdPage, VisitPage } from './visit.dto.js'

const idNumber = '11010519491231002X'

let server: TestApp
let gridId: string
beforeAll(async () => {
  server = await startApp()
  gridId = await gridOf(server, worker)
  const rooms = Array.from({ length: 24 }, (_, index) => ({ room: String(101 + index) }))
  await householdsOf(server, worker, [
    ...rooms,
    { building: '<7> 号楼', room: '1', residents: [{ name: '周桂兰', idNumber }] },
  ])
  await householdsOf(server, neighbour, [{ room: '901' }])
}, 300_000)
afterAll(() => server.stop())
afterEach(() => server.present.set(mondayMorning))

const later = (days: number) => server.present.set(new Date(mondayMorning.getTime() + days * DAY))
const visit = async (room: string, more: object = {}) => {
  const { id: householdId } = await householdAt(server, worker, room)
  return sync(server, worker, operation(server, 'visit.record', { householdId, meeting: 'met', ...more }))
}

describe('households of a grid', () => {
  const all = async (query: string): Promise<string[]> => {
    const rooms: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const path = `/households?gridId=${gridId}&${query}&cursor=${cursor}`
      const page: HouseholdPage = must(await get<HouseholdPage>(server, worker, path))
      rooms.push(...page.items.map(({ room }) => room))
      cursor = page.nextCursor
    }
    return rooms
  }

  it('are found by building and by how the room begins', async () => {
    expect((await all('')).length).toBe(25)
    expect(await all(`building=${encodeURIComponent('3 号楼')}&room=12`)).toEqual([
      '120',
      '121',
      '122',
      '123',
      '124',
    ])
    expect(await all(`building=${encodeURIComponent('4 号楼')}`)).toEqual([])
  })

  it('stand on the lists of 60 and 90 days, whoever was met does not', async () => {
    later(61)
    expect(await all('unvisitedDays=90')).toEqual([])
    expect((await all('unvisitedDays=60')).length).toBe(25)
    await visit('101')
    await visit('102', { meeting: 'nobodyHome' })
    const rest = await all('unvisitedDays=60')
    expect(rest).not.toContain('101')
    expect(rest).toContain('102')
  })

  it('of somebody else are not shown, nor is anything of them', async () => {
    const [otherGrid, other] = [await gridOf(server, neighbour), await householdAt(server, neighbour, '901')]
    const building = encodeURIComponent('3 号楼')
    for (const path of [
      `/households?gridId=${otherGrid}`,
      `/households/door-codes?gridId=${otherGrid}&building=${building}`,
      `/households/${other.id}/visits`,
    ])
      expect(await get(server, worker, path)).toMatchObject({
        status: 404,
        body: { code: 'household_not_found' },
      })
    expect((await get(server, worker, `/visits/map?gridId=${otherGrid}`)).status).toBe(404)
    expect((await get(server, worker, '/grid-assignments')).status).toBe(403)
    expect((await get(server, 'fenpai', `/households?gridId=${gridId}`)).status).toBe(403)
  })
})

describe('what happened at a door', () => {
  it('is shown to its grid worker, the newest first', async () => {
    const { id } = await householdAt(server, worker, '103')
    await visit('103', { said: '想装扶手', tags: ['elderly'] })
    later(2)
    await visit('103', { meeting: 'nobodyHome' })
    const { items } = must(await get<VisitPage>(server, worker, `/households/${id}/visits`))
    expect(items).toMatchObject([
      { meeting: 'nobodyHome', said: null, workerName: '罗建军' },
      { meeting: 'met', said: '想装扶手', tags: ['elderly'], visitedAt: mondayMorning.toISOString() },
    ])
  })
})

describe('a whole ID number', () => {
  it('is shown with a reason, and every look at it is written down', async () => {
    const { id, residents } = await householdAt(server, worker, '1')
    const subjectId = residents[0]?.id ?? ''
    const read = (who: string, body: object) =>
      post(server, who, `/households/${id}/residents/${subjectId}/id-number`, body)
    const looks = () => server.unitOfWork.reader.findBy(PersonalDataRead, { subjectId })
    expect((await read(worker, {})).status).toBe(400)
    expect((await read(neighbour, { reason: '核对高龄津贴' })).status).toBe(404)
    expect(await looks()).toEqual([])
    expect(must(await read(worker, { reason: '核对高龄津贴' }))).toEqual({ idNumber })
    const { id: staffId } = await server.unitOfWork.reader.findOneByOrFail(Staff, { account: worker })
    expect(await looks()).toMatchObject([
      { staffId, what: 'idNumber', reason: '核对高龄津贴', at: mondayMorning },
    ])
  })
})

describe('a sheet of door codes', () => {
  it('has one for each door, whose code leads to the place and to nobody’s name', async () => {
    const building = encodeURIComponent('<7> 号楼')
    const sheet = (
      await get<string>(server, worker, `/households/door-codes?gridId=${gridId}&building=${building}`)
    ).body
    expect(sheet.match(/<figure>/g)).toHaveLength(1)
    expect(sheet).toContain('&lt;7&gt; 号楼')
    expect(sheet).not.toContain('周桂兰')
    const { doorCode } = await householdAt(server, worker, '1')
    expect(sheet).toContain(svgOf(doorCode))
    const entry = must(await server.call('GET', `/entries/${doorCode}`))
    expect(entry).toMatchObject({ kind: 'door', areaId: gridId, words: '测试网格 <7> 号楼 2 单元' })
  })
})

describe('the month of visits', () => {
  it('is counted for a grid, a community and a town, each household once', async () => {
    server.present.set(new Date('2027-06-02T02:00:00Z'))
    await visit('104')
    await visit('104')
    await visit('105')
    await visit('106', { meeting: 'declined' })
    const areas = server.app.get(Areas)
    const grid = await areas.byId(gridId)
    const community = await areas.byId(grid?.parentId ?? '')
    const of = async (who: string, areaId: string | null | undefined) =>
      must(await get<CoverageView>(server, who, `/visits/coverage?month=2027-06&areaId=${areaId ?? ''}`))
    const counted = { households: 25, visited: 2, visits: 4, unmet: 1, unvisited60: 23, unvisited90: 23 }
    expect((await of(worker, gridId)).whole).toMatchObject(counted)
    const seen = await of('lingdao', community?.id)
    expect(seen.parts).toHaveLength(4)
    expect(seen.parts.find(({ areaId }) => areaId === gridId)).toMatchObject(counted)
    expect((await of('lingdao', community?.parentId)).whole).toMatchObject(counted)
    const whole = must(await get<CoverageView>(server, 'lingdao', '/visits/coverage?month=2027-06'))
    expect(whole.whole).toMatchObject({ ...counted, households: 26, unvisited60: 24, unvisited90: 24 })
    expect((await get(server, worker, `/visits/coverage?areaId=${community?.id ?? ''}`)).status).toBe(404)
  })

  it('shows where was walked, without who and at whose door', async () => {
    server.present.set(new Date('2027-07-02T02:00:00Z'))
    await visit('104', { place: { latitude: 36.02, longitude: 117.93 } })
    await visit('105')
    const { points } = must(await get(server, 'lingdao', `/visits/map?gridId=${gridId}`))
    expect(points).toEqual([{ latitude: 36.02, longitude: 117.93, meeting: 'met', day: '2027-07-02' }])
  })
})

describe('a task from above', () => {
  const survey = async (more: object = {}) => ({
    ...{
      areaId: gridId,
      kind: 'survey',
      scope: 'household',
      title: '冬季取暖入户调查',
      text: '问问暖气热不热',
    },
    ...{ choices: ['够热', '不够热'], dueOn: '2026-12-05', ...more },
  })
  const assign = async (more: object = {}) =>
    post<AssignmentView>(server, 'lingdao', '/grid-assignments', await survey(more))

  it('is on the phones of its grids, and counts each household once', async () => {
    const { cursor } = await download(server, worker)
    const { id } = must(await assign())
    const [task] = (await download(server, worker, cursor)).tasks
    expect(task).toMatchObject({
      title: '冬季取暖入户调查',
      total: 25,
      reported: 0,
      reportedHouseholdIds: [],
    })
    const { id: householdId } = await householdAt(server, worker, '107')
    const report = (body: object) => operation(server, 'task.report', { taskId: task?.id, ...body })
    const results = await sync(
      server,
      worker,
      report({ householdId, choice: '不够热', words: '只有 16 度' }),
      report({ householdId, choice: '够热' }),
      report({ householdId, choice: '凉快' }),
      report({ choice: '够热' }),
      report({ householdId: (await householdAt(server, neighbour, '901')).id }),
    )
    expect(results.map(({ outcome, code }) => code ?? outcome)).toEqual([
      ...['done', 'done', 'choice_unknown', 'report_household_required', 'household_not_found'],
    ])
    const after = (await download(server, worker)).tasks.find((each) => each.id === task?.id)
    expect(after).toMatchObject({ reported: 1, reportedHouseholdIds: [householdId] })
    const seen = must(await get<AssignmentView>(server, 'lingdao', `/grid-assignments/${id}`))
    expect(seen).toMatchObject({ total: 25, reported: 1, grids: [{ gridId, total: 25, reported: 1 }] })
    expect(must(await get(server, 'lingdao', '/grid-assignments')).items).toMatchObject([{ id, reported: 1 }])
  })

  it('may be one for the grid as a whole', async () => {
    const { cursor } = await download(server, worker)
    must(await assign({ scope: 'grid', kind: 'check', choices: undefined }))
    const [task] = (await download(server, worker, cursor)).tasks
    await sync(server, worker, operation(server, 'task.report', { taskId: task?.id, words: '楼道已清理' }))
    expect((await download(server, worker, cursor)).tasks).toMatchObject([{ total: 1, reported: 1 }])
  })

  it('that is taken back leaves the phones, and is not reported any more', async () => {
    const { cursor } = await download(server, worker)
    const { id } = must(await assign())
    const [task] = (await download(server, worker, cursor)).tasks
    const revoked = must(await post<AssignmentView>(server, 'lingdao', `/grid-assignments/${id}/acts/revoke`))
    expect(revoked.isRevoked).toBe(true)
    const after = await download(server, worker, cursor)
    expect(after).toMatchObject({ tasks: [], tombstones: [{ kind: 'task', id: task?.id }] })
    const report = operation(server, 'task.report', { taskId: task?.id, householdId: after.grids[0]?.id })
    expect(await sync(server, worker, report)).toMatchObject([{ outcome: 'refused', code: 'task_not_found' }])
  })

  it('goes to all grids of a town, to none of an unknown area, and not back in time', async () => {
    const town = must(await assign({ areaId: await areaOf(server, '望江街道') }))
    expect(town.grids.length).toBeGreaterThan(4)
    expect((await assign({ areaId: '01JD0000000000000000000001' })).body).toMatchObject({
      code: 'area_not_found',
    })
    expect((await assign({ dueOn: '2026-11-15' })).body).toMatchObject({ code: 'due_date_past' })
    expect((await post(server, worker, '/grid-assignments', await survey())).status).toBe(403)
  })
})

describe('a task of whoever works for one town', () => {
  const elsewhere = async () => {
    const own = await server.app.get(Areas).lineage(gridId)
    const towns = await server.app.get(Areas).all('street')
    const other = towns.find(({ id }) => id !== own?.streetId)
    if (!own || !other) throw new Error('there are two towns')
    return { own: own.streetId, other: other.id }
  }
  const body = (areaId: string) => ({
    ...{ areaId, kind: 'check', scope: 'grid', title: '楼道清理', text: '看看楼道' },
    ...{ choices: [], dueOn: '2026-12-05' },
  })
  const asTown = async (areaId: string, story: () => Promise<void>) => {
    await server.changed((tx) => tx.update(Staff, { account: 'lingdao2' }, { areaId }))
    await story().finally(() =>
      server.changed((tx) => tx.update(Staff, { account: 'lingdao2' }, { areaId: null })),
    )
  }
  const assigned = async (areaId: string) =>
    must(await post<AssignmentView>(server, 'lingdao', '/grid-assignments', body(areaId)))

  it('is no business of another town: neither listed nor read, nor taken back', async () => {
    const { own, other } = await elsewhere()
    const { id } = await assigned(own)
    await asTown(other, async () => {
      expect(must(await get(server, 'lingdao2', '/grid-assignments')).items).toEqual([])
      for (const path of [`/grid-assignments/${id}`, `/grid-assignments/${id}/reports?gridId=${gridId}`])
        expect((await get(server, 'lingdao2', path)).status).toBe(404)
      expect((await post(server, 'lingdao2', `/grid-assignments/${id}/acts/revoke`)).status).toBe(404)
      expect((await post(server, 'lingdao2', '/grid-assignments', body(own))).status).toBe(404)
    })
    expect(must(await get(server, 'lingdao', `/grid-assignments/${id}`)).isRevoked).toBe(false)
  })

  it('from above is theirs as far as their grids have it, and not theirs to take back', async () => {
    const { own } = await elsewhere()
    const [district] = await server.app.get(Areas).all('district')
    const all = await assigned(district?.id ?? '')
    await asTown(own, async () => {
      const { items } = must(await get<AssignmentPage>(server, 'lingdao2', '/grid-assignments'))
      const seen = must(await get<AssignmentView>(server, 'lingdao2', `/grid-assignments/${all.id}`))
      expect(seen.grids.length).toBeGreaterThan(0)
      expect(seen.grids.length).toBeLessThan(all.grids.length)
      expect(items.find(({ id }) => id === all.id)).toMatchObject({ total: seen.total })
      must(await get(server, 'lingdao2', `/grid-assignments/${all.id}/reports?gridId=${gridId}`))
      expect(await post(server, 'lingdao2', `/grid-assignments/${all.id}/acts/revoke`)).toMatchObject({
        status: 403,
        body: { code: 'assignment_from_above' },
      })
    })
  })
})

describe('a door that is not there any more', () => {
  it('leaves the phones, the lists and the counts', async () => {
    const { cursor } = await download(server, worker)
    const { id, version } = await householdAt(server, worker, '124')
    const gone = operation(
      server,
      'household.change',
      { householdId: id, isGone: true },
      { baseVersion: version },
    )
    expect(await sync(server, worker, gone)).toMatchObject([{ outcome: 'done' }])
    const after = await download(server, worker, cursor)
    expect(after).toMatchObject({ households: [], tombstones: [{ kind: 'household', id }] })
    const coverage = must(await get<CoverageView>(server, worker, `/visits/coverage?areaId=${gridId}`))
    expect(coverage.whole.households).toBe(24)
    const visit = operation(server, 'visit.record', { householdId: id, meeting: 'met' })
    expect(await sync(server, worker, visit)).toMatchObject([{ code: 'household_not_found' }])
  })
})
