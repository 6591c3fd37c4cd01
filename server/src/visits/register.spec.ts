import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY } from '@minsheng/shared'
import { randomUUID } from 'node:crypto'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { aPhoto, areaOf, get, must, post } from '../handling/a-need.fixture.js'
import { PersonalDataRead, Staff } from '../people/index.js'
import { Areas, Entry } from '../places/index.js'
import {
  download,
  gridOf,
  householdAt,
  householdsIn,
  householdsOf,
  neighbour,
  operation,
  sync,
  worker,
} from './a-grid.fixture.js'
import type { AssignmentView, TaskReportPage } from './grid-assignment.dto.js'
import { Household } from './household.entity.js'
import type { DoorPage, RegisterChanged, RegisteredView } from './register.dto.js'
import type { VisitPage } from './visit.dto.js'

const idNumber = '11010519491231002X'
const name = '周桂兰'

let server: TestApp
let gridId: string
let community: string
beforeAll(async () => {
  server = await startApp()
  gridId = await gridOf(server, worker)
  community = (await server.app.get(Areas).byId(gridId))?.parentId ?? ''
  const rooms = Array.from({ length: 24 }, (_, index) => ({ room: String(101 + index) }))
  await householdsOf(server, worker, [
    ...rooms,
    {
      building: '7 号楼',
      room: '1',
      marks: ['aged80'],
      residents: [{ name, idNumber, phone: '19900000068' }],
    },
  ])
  // Another grid of the community, whose doors are entered between those of the first.
  const beside = (await server.app.get(Areas).all('grid')).find(
    ({ id, parentId }) => parentId === community && id !== gridId,
  )
  for (const days of [-2, 2]) {
    server.present.set(new Date(mondayMorning.getTime() + days * DAY))
    const doors = Array.from({ length: 12 }, (_, index) => ({
      building: `${8 + days} 号楼`,
      room: String(501 + index),
    }))
    await householdsIn(server, beside?.id ?? '', doors)
  }
  server.present.set(mondayMorning)
  await householdsOf(server, neighbour, [{ room: '901' }])
}, 300_000)
afterAll(() => server.stop())

const list = (query: string, who = 'guanli') => get<DoorPage>(server, who, `/household-register?${query}`)
const open = async (id: string) =>
  must(await get<RegisteredView>(server, 'guanli', `/household-register/${id}`))
const change = (id: string, body: object, key = randomUUID()) =>
  post<RegisterChanged>(server, 'guanli', `/household-register/${id}/change`, body, key)
const doorOf = async (room: string) => (await householdAt(server, worker, room)).id
const readsOf = (subjectId: string) => server.unitOfWork.reader.findBy(PersonalDataRead, { subjectId })

describe('the register of a community', () => {
  it('lists doors and not who lives behind them, over all pages each once', async () => {
    const rooms: string[] = []
    const waiting: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: DoorPage = must(await list(`areaId=${community}&cursor=${cursor}`))
      rooms.push(...page.items.map(({ gridId, building, room }) => `${gridId} ${building} ${room}`))
      waiting.push(...page.items.map(({ unvisitedSince }) => unvisitedSince))
      expect(JSON.stringify(page)).not.toContain(name)
      expect(JSON.stringify(page)).not.toContain('aged80')
      cursor = page.nextCursor
    }
    expect(new Set(rooms).size).toBe(rooms.length)
    expect(rooms.length).toBeGreaterThanOrEqual(25)
    expect(new Set(rooms.map((room) => room.slice(0, 26))).size).toBeGreaterThan(1)
    expect(waiting).toEqual([...waiting].sort())
  })

  it('finds a building and how a room begins, and who was not visited', async () => {
    const building = encodeURIComponent('3 号楼')
    const found = must(await list(`areaId=${gridId}&building=${building}&room=12`))
    expect(found.items.map(({ room }) => room)).toEqual(['120', '121', '122', '123', '124'])
    expect(must(await list(`areaId=${gridId}&unvisitedDays=60`)).items).toEqual([])
    server.present.set(new Date(mondayMorning.getTime() + 61 * DAY))
    expect(must(await list(`areaId=${gridId}&unvisitedDays=60`)).items).toHaveLength(20)
    server.present.set(mondayMorning)
  })

  it('is for whoever keeps it, in the area in which they work, and no wider than a community', async () => {
    const street = await areaOf(server, '望江街道')
    expect(await list(`areaId=${street}`)).toMatchObject({ status: 422, body: { code: 'area_too_wide' } })
    for (const who of ['lingdao', 'duban', 'fenpai', worker])
      expect((await list(`areaId=${gridId}`, who)).status).toBe(403)
    const elsewhere = (await server.app.get(Areas).all('street')).find(({ id }) => id !== street)?.id ?? ''
    const id = await doorOf('1')
    await server.changed((tx) => tx.update(Staff, { account: 'guanli' }, { areaId: elsewhere }))
    try {
      // Signed in before: it is asked at each request, and not at the sign-in.
      const asked = (path: string) => get(server, 'guanli', `/household-register${path}`)
      expect((await asked(`?areaId=${gridId}`)).status).toBe(404)
      const one = await asked(`/${id}`)
      expect(one).toMatchObject({ status: 404, body: { code: 'household_not_found' } })
      expect(JSON.stringify(one.body)).toContain('不在您管理的区域内')
    } finally {
      await server.changed((tx) => tx.update(Staff, { account: 'guanli' }, { areaId: null }))
    }
  })
})

describe('one household of the register', () => {
  it('is opened with its people, numbers masked; who looked is written down', async () => {
    const id = await doorOf('1')
    expect(await open(id)).toMatchObject({
      ...{ id, building: '7 号楼', marks: ['aged80'] },
      residents: [{ name, phoneMasked: '199****0068', idNumberMasked: '1****************X' }],
    })
    const { id: staffId } = await server.unitOfWork.reader.findOneByOrFail(Staff, { account: 'guanli' })
    expect(await readsOf(id)).toMatchObject([{ staffId, what: 'household', reason: '在住户台账中打开' }])
  })

  it('is not read past the log: what was said at its door is written down, too', async () => {
    const id = await doorOf('112')
    const said = '儿子在外地，过年才回来'
    await sync(server, worker, operation(server, 'visit.record', { householdId: id, meeting: 'met', said }))
    const { items } = must(await get<VisitPage>(server, 'guanli', `/household-register/${id}/visits`))
    expect(items).toMatchObject([{ said }])
    expect(await readsOf(id)).toMatchObject([{ what: 'household', reason: '在住户台账中查看走访记录' }])
  })

  it('shows a whole ID number with a reason alone, and writes each look down', async () => {
    const id = await doorOf('1')
    const { residents } = await open(id)
    const subjectId = residents[0]?.id ?? ''
    const path = `/household-register/${id}/residents/${subjectId}/id-number`
    expect((await post(server, 'guanli', path)).status).toBe(400)
    expect((await post(server, 'lingdao', path, { reason: '看看' })).status).toBe(403)
    expect(await readsOf(subjectId)).toEqual([])
    expect(must(await post(server, 'guanli', path, { reason: '核对高龄津贴' }))).toEqual({ idNumber })
    expect(await readsOf(subjectId)).toMatchObject([{ what: 'idNumber', reason: '核对高龄津贴' }])
  })

  it('moves to another door, and the code on it says where', async () => {
    const id = await doorOf('105')
    const { version, doorCode } = await open(id)
    expect(must(await change(id, { version, unit: '9 单元', room: '1905' }))).toEqual({
      id,
      version: version + 1,
    })
    expect(await householdAt(server, worker, '1905')).toMatchObject({
      id,
      unit: '9 单元',
      version: version + 1,
    })
    const entry = await server.unitOfWork.reader.findOneByOrFail(Entry, { scene: doorCode })
    expect(entry.words).toMatch(/3 号楼 9 单元$/)
  })

  it('is entered, once, and is on the phones of its grid with a code for the door', async () => {
    const body = {
      gridId,
      building: '9 号楼',
      room: '901',
      marks: ['newborn'],
      residents: [{ name: '小小' }],
    }
    const add = (given: object) => post<RegisterChanged>(server, 'guanli', '/household-register', given)
    const { id } = must(await add(body))
    expect(await householdAt(server, worker, '901')).toMatchObject({
      id,
      building: '9 号楼',
      marks: ['newborn'],
    })
    expect(await add(body)).toMatchObject({ status: 409, body: { code: 'household_known' } })
    // A desk is told so in a desk's words: it has no grid of its own, and nothing to synchronise.
    for (const elsewhere of [community, '01JD0000000000000000000001'])
      expect(await add({ ...body, gridId: elsewhere })).toMatchObject({
        status: 404,
        body: { code: 'area_not_found', title: '没有这个网格，或不在您管理的区域内，请重新选择网格' },
      })
    expect((await add({ ...body, room: '' })).status).toBe(400)
    expect((await post(server, 'lingdao', '/household-register', body)).status).toBe(403)
  })

  it('does not move to where another one is, nor without a room', async () => {
    const id = await doorOf('106')
    const { version } = await open(id)
    expect(await change(id, { version, room: '107' })).toMatchObject({
      status: 409,
      body: { code: 'household_known' },
    })
    expect((await change(id, { version, room: ' ' })).status).toBe(400)
    expect(await householdAt(server, worker, '106')).toMatchObject({ id, version })
  })

  it('changes marks, note and residents for the phones as well; what is not said of a number stays', async () => {
    const id = await doorOf('1')
    const { version, residents } = await open(id)
    const people = [{ id: residents[0]?.id, name, relation: '户主' }, { name: '新来的' }]
    must(await change(id, { version, marks: ['livingAlone'], note: '晚上在家', residents: people }))
    const there = await householdAt(server, worker, '1')
    expect(there).toMatchObject({ marks: ['livingAlone'], note: '晚上在家', version: version + 1 })
    expect(there.residents).toMatchObject([
      { name, phoneMasked: '199****0068', idNumberMasked: '1****************X', relation: '户主' },
      { name: '新来的', phoneMasked: null },
    ])
  })

  it('is not overwritten: the second of a desk and a phone is shown that it changed', async () => {
    const household = await householdAt(server, worker, '108')
    const { id, version } = household
    must(await change(id, { version, note: '桌面先改' }))
    const offline = operation(
      server,
      'household.change',
      { householdId: id, note: '手机后到' },
      { baseVersion: version },
    )
    expect(await sync(server, worker, offline)).toMatchObject([
      { outcome: 'conflict', code: 'household_changed', current: { note: '桌面先改', version: version + 1 } },
    ])
    const again = { ...offline, id: randomUUID(), baseVersion: version + 1 }
    expect(await sync(server, worker, again)).toMatchObject([{ outcome: 'done' }])
    expect(await change(id, { version: version + 1, note: '桌面又改' })).toMatchObject({
      status: 409,
      body: { code: 'household_changed' },
    })
    expect((await open(id)).note).toBe('手机后到')
  })

  it('changed twice with one key is changed once, and the kept answer names nobody', async () => {
    const id = await doorOf('109')
    const { version } = await open(id)
    const key = randomUUID()
    const body = { version, residents: [{ name: '不该留下的名字' }] }
    const answers = await Promise.all([change(id, body, key), change(id, body, key)])
    expect(answers.map(must)).toEqual([
      { id, version: version + 1 },
      { id, version: version + 1 },
    ])
    const kept = await server.unitOfWork.reader.query('SELECT * FROM idempotency_key')
    expect(JSON.stringify(kept)).not.toContain('不该留下的名字')
  })

  it('that is gone leaves the register and the phones', async () => {
    const id = await doorOf('110')
    const { cursor } = await download(server, worker)
    const { version } = await open(id)
    must(await change(id, { version, isGone: true }))
    expect((await get(server, 'guanli', `/household-register/${id}`)).status).toBe(404)
    expect((await download(server, worker, cursor)).tombstones).toMatchObject([{ kind: 'household', id }])
    expect((await server.unitOfWork.reader.findOneByOrFail(Household, { id })).removedAt).not.toBeNull()
  })
})

describe('what comes back of a task', () => {
  it('is read by whoever may ask for it: door, result, words and photos, the newest first, and no names', async () => {
    const body = {
      ...{ areaId: gridId, kind: 'check', scope: 'household', title: '燃气安全检查', text: '看看软管' },
      ...{ choices: ['没有隐患', '需要上报'], dueOn: '2026-12-05' },
    }
    const assigned = must(await post<AssignmentView>(server, 'lingdao', '/grid-assignments', body))
    expect(assigned).toMatchObject({
      kind: 'check',
      scope: 'household',
      text: '看看软管',
      choices: body.choices,
    })
    const { tasks } = await download(server, worker)
    const taskId = tasks.find(({ title }) => title === body.title)?.id
    for (const [room, more] of [
      ['1', { choice: '没有隐患' }],
      ['111', { choice: '需要上报', words: '软管老化', attachmentIds: [await aPhoto(server, worker)] }],
    ] as const) {
      server.present.advance(1000)
      const report = { taskId, householdId: await doorOf(room), ...more }
      expect(await sync(server, worker, operation(server, 'task.report', report))).toMatchObject([
        { outcome: 'done' },
      ])
    }
    const path = `/grid-assignments/${assigned.id}/reports?gridId=`
    const seen = must(await get<TaskReportPage>(server, 'lingdao', `${path}${gridId}`))
    expect(seen.items).toMatchObject([
      { door: '3 号楼 2 单元 111', choice: '需要上报', words: '软管老化', attachments: [{ kind: 'photo' }] },
      { door: '7 号楼 2 单元 1', choice: '没有隐患', words: null, attachments: [], workerName: '罗建军' },
    ])
    expect(JSON.stringify(seen)).not.toContain(name)
    expect((await get(server, 'lingdao', `${path}${community}`)).status).toBe(404)
    expect((await get(server, worker, `${path}${gridId}`)).status).toBe(403)
  })
})
