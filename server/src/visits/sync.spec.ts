import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY, HOUR } from '@minsheng/shared'
import { randomBytes, randomUUID } from 'node:crypto'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { aPhoto, get, must, noise, post, tokenOf } from '../handling/a-need.fixture.js'
import type { NeedView } from '../handling/need.dto.js'
import { Need } from '../handling/need.entity.js'
import { IdempotencyKey } from '../platform/idempotency/idempotency-key.entity.js'
import { PersonalDataRead, Staff } from '../people/index.js'
import {
  download,
  gridOf,
  householdAt,
  householdsOf,
  neighbour,
  operation,
  sync,
  type Typed,
  worker,
} from './a-grid.fixture.js'
import type { OperationResult } from './sync.dto.js'
import type { HouseholdNeedPage, VisitPage } from './visit.dto.js'
import { VisitMonth } from './visit-month.entity.js'
import { Visit } from './visit.entity.js'

const idNumber = '11010519491231002X'
const phone = '19900000061'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
  await householdsOf(server, worker, [
    {
      room: '501',
      marks: ['aged80', 'livingAlone'],
      residents: [{ name: '周桂兰', idNumber, relation: '户主' }],
    },
    { room: '502', residents: [{ name: '何立', phone, relation: '户主' }, { name: '何小雨' }] },
    { room: '503' },
  ])
  await householdsOf(server, neighbour, [{ room: '901', residents: [{ name: '万里' }] }])
}, 300_000)
afterAll(() => server.stop())
afterEach(() => server.present.set(mondayMorning))

const household = (room: string, who = worker) => householdAt(server, who, room)
const one = async (who: string, typed: object): Promise<OperationResult> => {
  const [result] = await sync(server, who, typed)
  if (!result) throw new Error('no result')
  return result
}
const visit = async (room: string, more: object = {}, rest: Partial<Typed> = {}) =>
  operation(
    server,
    'visit.record',
    { householdId: (await household(room)).id, meeting: 'met', ...more },
    rest,
  )
const visitsOf = (householdId: string) =>
  server.unitOfWork.reader.find(Visit, { where: { householdId }, order: { visitedAt: 'ASC' } })

describe('a visit', () => {
  it('is recorded as it was typed, what was said not readable in the database', async () => {
    const { id, residents } = await household('502')
    const photo = await aPhoto(server, worker)
    const typed = await visit('502', {
      residentId: residents[1]?.id,
      said: '孩子上学远，想问校车',
      tags: ['children', 'policy'],
      attachmentIds: [photo],
      nextVisitOn: '2026-12-05',
      place: { latitude: 36.02, longitude: 117.93 },
    })
    const result = await one(worker, typed)
    expect(result).toEqual({ id: typed.id, outcome: 'done', record: { id: expect.any(String) } })
    const [row] = await visitsOf(id)
    expect(row).toMatchObject({
      ...{ id: result.record?.id, meeting: 'met', tags: ['children', 'policy'], attachmentIds: [photo] },
      ...{ nextVisitOn: '2026-12-05', latitude: 36.02, longitude: 117.93, visitedAt: mondayMorning },
    })
    expect(JSON.stringify(row)).not.toContain('校车')
    expect(await household('502')).toMatchObject({
      ...{ lastMetAt: mondayMorning.toISOString(), nextVisitOn: '2026-12-05', version: 1 },
    })
  })

  it('is dated by the phone, put right by what its clock is wrong', async () => {
    const { id } = await household('503')
    const phoneClock = new Date(mondayMorning.getTime() - 5 * HOUR).toISOString()
    await one(worker, await visit('503', {}, { recordedAt: phoneClock, clockOffset: 3 * HOUR }))
    expect((await visitsOf(id)).map(({ visitedAt }) => visitedAt)).toEqual([
      new Date(mondayMorning.getTime() - 2 * HOUR),
    ])
  })

  it('that arrives late does not hide a newer one', async () => {
    const before = await household('503')
    const earlier = new Date(mondayMorning.getTime() - 3 * DAY).toISOString()
    await one(worker, await visit('503', { nextVisitOn: '2026-11-18' }, { recordedAt: earlier }))
    expect(await household('503')).toMatchObject({ lastMetAt: before.lastMetAt, nextVisitOn: null })
  })

  it('at which nobody was met counts as a try, and a household once in a month', async () => {
    const gridId = await gridOf(server, worker)
    const month = async () =>
      (await server.unitOfWork.reader.findOneByOrFail(VisitMonth, { month: '2026-11', gridId })) as object
    const before = (await month()) as VisitMonth
    await one(worker, await visit('501', { meeting: 'nobodyHome' }))
    expect(await household('501')).toMatchObject({ lastMetAt: null })
    await one(worker, await visit('501'))
    await one(worker, await visit('501'))
    expect(await month()).toMatchObject({
      ...{ visits: before.visits + 3, unmet: before.unmet + 1, households: before.households + 1 },
    })
  })
})

describe('the same operation again', () => {
  it('gets the first answer, and one record', async () => {
    const typed = await visit('503')
    const count = () => server.unitOfWork.reader.count(Visit)
    const before = await count()
    const first = await one(worker, typed)
    const again = await one(worker, { ...typed, clockOffset: 5 })
    expect(again).toEqual({ ...first, outcome: 'duplicate' })
    expect(await count()).toBe(before + 1)
  })

  it('twenty times at once is one record, done once', async () => {
    const [typed, need] = [
      await visit('503'),
      operation(server, 'need.file', { householdId: (await household('502')).id, text: noise, phone }),
    ]
    const before = [await server.unitOfWork.reader.count(Visit), await server.unitOfWork.reader.count(Need)]
    const answers = await Promise.all(Array.from({ length: 20 }, () => sync(server, worker, typed, need)))
    for (const index of [0, 1]) {
      expect(answers.filter((results) => results[index]?.outcome === 'done')).toHaveLength(1)
      expect(new Set(answers.map((results) => JSON.stringify(results[index]?.record))).size).toBe(1)
    }
    expect([await server.unitOfWork.reader.count(Visit), await server.unitOfWork.reader.count(Need)]).toEqual(
      before.map((number) => number + 1),
    )
  })

  it('is still one after its answer was forgotten', async () => {
    const { id: householdId } = await household('503')
    const all = [await visit('503'), operation(server, 'need.file', { householdId, text: noise })]
    const first = await sync(server, worker, ...all)
    await server.unitOfWork.run((tx) => tx.clear(IdempotencyKey))
    const again = await sync(server, worker, ...all)
    expect(again.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate'])
    expect(again.map(({ record }) => record?.id)).toEqual(first.map(({ record }) => record?.id))
    expect(again[1]?.record?.receiptNo).toBe(first[1]?.record?.receiptNo)
  })

  it('with another content is refused', async () => {
    const typed = await visit('503')
    await one(worker, typed)
    const { id: householdId } = await household('502')
    expect(await one(worker, { ...typed, body: { ...typed.body, householdId } })).toMatchObject({
      ...{ outcome: 'refused', code: 'idempotency_key_reused' },
    })
  })
})

describe('a household that two change', () => {
  it('is not overwritten: whoever was second sees the other version, and decides', async () => {
    const { id: householdId, version, residents } = await household('502')
    const change = (body: object, baseVersion = version) =>
      operation(server, 'household.change', { householdId, ...body }, { baseVersion })
    const first = await one(worker, change({ marks: ['newborn'], note: '孩子十一月出生' }))
    expect(first).toMatchObject({ outcome: 'done', record: { id: householdId, version: version + 1 } })
    const second = await one(worker, change({ note: '门铃坏了' }))
    expect(second).toMatchObject({
      ...{
        outcome: 'conflict',
        code: 'household_changed',
        message: expect.stringMatching(/\p{Script=Han}/u),
      },
      current: {
        id: householdId,
        version: version + 1,
        note: '孩子十一月出生',
        marks: ['newborn'],
        residents,
      },
    })
    const decided = await one(worker, change({ note: '孩子十一月出生；门铃坏了' }, version + 1))
    expect(decided).toMatchObject({ outcome: 'done', record: { version: version + 2 } })
    expect(await household('502')).toMatchObject({ marks: ['newborn'], note: '孩子十一月出生；门铃坏了' })
  })

  it('by ten at once is changed by one', async () => {
    const { id: householdId, version } = await household('503')
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        one(
          worker,
          operation(
            server,
            'household.change',
            { householdId, note: String(index) },
            { baseVersion: version },
          ),
        ),
      ),
    )
    expect(results.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
    expect(results.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(9)
    expect((await household('503')).version).toBe(version + 1)
  })

  it('again and again without signal is changed in the order in which it was typed, each answered in its place', async () => {
    const doors = await Promise.all(['501', '502', '503'].map((room) => household(room)))
    const typed = Array.from({ length: 8 }, (_, turn) =>
      doors.map(({ id: householdId, version }) =>
        operation(
          server,
          'household.change',
          { householdId, note: `第 ${turn} 次` },
          { baseVersion: version + turn },
        ),
      ),
    ).flat()
    const results = await sync(server, worker, ...typed)
    expect(results.map(({ id, outcome, record }) => [id, outcome, record])).toEqual(
      typed.map(({ id }, at) => {
        const door = doors[at % 3]
        return [id, 'done', { id: door?.id, version: (door?.version ?? 0) + 1 + Math.floor(at / 3) }]
      }),
    )
  })

  it('keeps what the phone never had: phone and ID number of a resident who is only renamed', async () => {
    const { id: householdId, version, residents } = await household('502')
    const [first] = residents
    const body = {
      householdId,
      residents: [
        { id: first?.id, name: '何立立' },
        { name: '新来的', phone: null },
      ],
    }
    await one(worker, operation(server, 'household.change', body, { baseVersion: version }))
    const after = await household('502')
    expect(after.residents).toMatchObject([
      { id: first?.id, name: '何立立', phoneMasked: '199****0061', relation: '户主' },
      { name: '新来的', phoneMasked: null },
    ])
  })
})

describe('a door that is found on the way', () => {
  const door = async (room: string, more: object = {}) =>
    operation(server, 'household.add', {
      ...{ gridId: await gridOf(server, worker), building: '9 号楼', unit: '1 单元', room, ...more },
    })

  it('is entered with who lives there, and can be visited at once', async () => {
    const typed = await door('101', {
      marks: ['aged80'],
      note: '铁门，要大声叫',
      residents: [{ name: '贺秀兰', phone: '19900000069', idNumber, relation: '户主' }],
    })
    const added = await one(worker, typed)
    expect(added).toMatchObject({ outcome: 'done', record: { id: expect.any(String), version: 1 } })
    const there = await household('101')
    expect(there).toMatchObject({
      ...{ id: added.record?.id, building: '9 号楼', unit: '1 单元', version: 1, lastMetAt: null },
      ...{ marks: ['aged80'], note: '铁门，要大声叫', doorCode: expect.stringMatching(/^m-/) },
      residents: [{ name: '贺秀兰', phoneMasked: '199****0069', idNumberMasked: '1****************X' }],
      latestVisits: [],
    })
    expect((await one(worker, await visit('101'))).outcome).toBe('done')
  })

  it('is one, however often and by however many it is entered at once', async () => {
    const typed = await door('102')
    const again = await Promise.all(Array.from({ length: 10 }, () => one(worker, typed)))
    expect(again.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
    expect(again.filter(({ outcome }) => outcome === 'duplicate')).toHaveLength(9)
    const others = await Promise.all(
      Array.from({ length: 5 }, async () => one(worker, await door('102', { note: '我也看到了' }))),
    )
    const { id } = await household('102')
    for (const other of others)
      expect(other).toMatchObject({
        ...{ outcome: 'conflict', code: 'household_known', current: { id, note: null } },
      })
    const { households } = await download(server, worker)
    expect(households.filter(({ room }) => room === '102')).toHaveLength(1)
  })

  it('can be entered anew when it was there once and is gone', async () => {
    const { id: householdId, version } = await household('102')
    const gone = operation(
      server,
      'household.change',
      { householdId, isGone: true },
      { baseVersion: version },
    )
    await one(worker, gone)
    expect(await one(worker, await door('102'))).toMatchObject({ outcome: 'done' })
    expect((await household('102')).id).not.toBe(householdId)
  })

  it('is refused in a grid of somebody else’s, and without a room', async () => {
    const gridId = await gridOf(server, neighbour)
    expect(await one(worker, await door('103', { gridId }))).toMatchObject({ code: 'grid_not_found' })
    expect(await one(worker, await door(' '))).toMatchObject({ code: 'validation_failed' })
  })
})

describe('what happened last at a door', () => {
  it('comes with the household: the newest three, in short', async () => {
    const { residents } = await household('501')
    const said = '说'.repeat(80)
    await one(worker, await visit('501', { said: '最早的一次' }))
    server.present.set(new Date(mondayMorning.getTime() + 20 * DAY))
    const newest = [9, 8, 7].map((days) => ({
      meeting: days === 9 ? 'nobodyHome' : 'met',
      visitedAt: new Date(mondayMorning.getTime() + days * DAY).toISOString(),
    }))
    for (const [days, body] of [
      [
        7,
        {
          said,
          residentId: residents[0]?.id,
          tags: ['medical'],
          attachmentIds: [await aPhoto(server, worker)],
        },
      ],
      [9, { meeting: 'nobodyHome' }],
      [8, { said: '说了两句' }],
    ] as const)
      await one(
        worker,
        await visit('501', body, {
          recordedAt: new Date(mondayMorning.getTime() + days * DAY).toISOString(),
        }),
      )
    const { latestVisits } = await household('501')
    expect(latestVisits).toMatchObject(newest)
    expect(latestVisits.slice(1)).toMatchObject([
      { said: '说了两句', residentName: null, tags: [], files: 0 },
      { said: `${'说'.repeat(60)}…`, residentName: residents[0]?.name, tags: ['medical'], files: 1 },
    ])
  })
})

describe('a need at the door', () => {
  const file = async (room: string, body: object) =>
    one(
      worker,
      operation(server, 'need.file', { householdId: (await household(room)).id, text: noise, ...body }),
    )

  it('is the resident’s own, with who filed it beside', async () => {
    const { residents } = await household('502')
    const filed = await file('502', { residentId: residents[0]?.id })
    expect(filed).toMatchObject({ outcome: 'done', record: { receiptNo: expect.stringMatching(/^MS/) } })
    expect(filed.record?.claimCode).toBeUndefined()
    const path = `/needs/${filed.record?.id ?? ''}`
    const own = must(await get<NeedView>(server, phone, path))
    expect(own.timeline.at(-1)?.title).toBe('网格员替您提交了诉求')
    expect(own).toMatchObject({ allowedActs: ['withdraw', 'correctCategory'], address: '3 号楼 2 单元 502' })
    expect(must(await get<NeedView>(server, worker, path)).allowedActs).toEqual([])
    for (const act of [
      post(server, worker, `${path}/rating`, { level: 5 }),
      post(server, worker, `${path}/acts/withdraw`),
    ])
      expect((await act).status).toBe(404)
  })

  it('goes through the green channel where a mark is: urgent, with its limits', async () => {
    const ordinary = must(
      await get<NeedView>(server, worker, `/needs/${(await file('503', { phone })).record?.id ?? ''}`),
    )
    const { residents } = await household('501')
    const filed = await file('501', { residentId: residents[0]?.id })
    const green = must(await get<NeedView>(server, worker, `/needs/${filed.record?.id ?? ''}`))
    expect([ordinary.dueAt, green.dueAt]).toEqual(['2026-11-23T10:00:00.000Z', '2026-11-17T01:30:00.000Z'])
    expect(await server.unitOfWork.reader.findOneByOrFail(Need, { id: green.id })).toMatchObject({
      ...{ urgency: 'urgent', isGreenChannel: true },
    })
    const queue = must(await get(server, 'chengguan', '/work-orders?state=pending')).items as {
      needId: string
    }[]
    const place = ({ id }: NeedView) => queue.findIndex(({ needId }) => needId === id)
    expect(place(green)).toBeLessThan(place(ordinary))
    const shown = ({ id }: NeedView) => queue.find(({ needId }) => needId === id)
    expect([shown(green), shown(ordinary)]).toMatchObject([{ greenChannel: true }, { greenChannel: false }])
  })

  it('of somebody without a phone is claimed with the card, together with all others of theirs', async () => {
    const { residents } = await household('501')
    const [one, two] = [
      await file('501', { residentId: residents[0]?.id }),
      await file('501', { residentId: residents[0]?.id }),
    ]
    const { receiptNo = '', claimCode = '', id } = one.record ?? {}
    expect(claimCode).toMatch(/^\d{10}$/)
    const filedAtDoor = async () => {
      const { id: householdId } = await household('501')
      const { items } = must(await get<HouseholdNeedPage>(server, worker, `/households/${householdId}/needs`))
      expect((await get(server, neighbour, `/households/${householdId}/needs`)).status).toBe(404)
      return items.find(({ needId }) => needId === id)
    }
    expect(await filedAtDoor()).toMatchObject({ receiptNo, claimCode, residentName: '周桂兰' })
    const daughter = '19900000062'
    const claim = (who: string, code: string) => post(server, who, '/claims', { receiptNo, code })
    expect(await claim(daughter, '0000000000')).toMatchObject({
      status: 404,
      body: { code: 'claim_not_found' },
    })
    const spoken = `${claimCode.slice(0, 3)} ${claimCode.slice(3, 6)} ${claimCode.slice(6)}`
    expect(must(await claim(daughter, spoken))).toEqual({ needId: id })
    for (const need of [one, two])
      expect(
        must(await get<NeedView>(server, daughter, `/needs/${need.record?.id ?? ''}`)).allowedActs,
      ).toContain('withdraw')
    expect(must(await claim(daughter, claimCode))).toEqual({ needId: id })
    expect(await filedAtDoor()).toMatchObject({ receiptNo, claimCode: null })
    expect(await claim('19900000063', claimCode)).toMatchObject({
      status: 409,
      body: { code: 'claim_taken' },
    })
    expect((await claim(worker, claimCode)).status).toBe(403)
    // What is filed later for the same person is the daughter's at once, and needs no card.
    const later = await file('501', { residentId: residents[0]?.id })
    expect(later.record?.claimCode).toBeUndefined()
    expect((await get(server, daughter, `/needs/${later.record?.id ?? ''}`)).status).toBe(200)
  })
})

describe('somebody whom the server does not know yet', () => {
  /** Told to the server after what it knows, as the phone does. */
  const entering = async (room: string, newcomer: object, rest: Partial<Typed> = {}) => {
    const { id: householdId, version, residents } = await household(room)
    const known = residents.map(({ id, name }) => ({ id, name }))
    return operation(
      server,
      'household.change',
      { householdId, residents: [...known, newcomer] },
      { baseVersion: version, ...rest },
    )
  }
  const needOf = async (room: string, residentId: string) =>
    operation(server, 'need.file', { householdId: (await household(room)).id, residentId, text: noise })

  it('is entered, met and has a need filed in one go, and leaves with a card though they have no phone', async () => {
    const localId = randomUUID()
    const [entered, met, filed] = await sync(
      server,
      worker,
      await entering('503', { name: '马玉珍', localId, relation: '父母' }),
      await visit('503', { residentId: localId }),
      await needOf('503', localId),
    )
    expect([entered, met]).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }])
    expect(filed).toMatchObject({
      outcome: 'done',
      record: { receiptNo: expect.stringMatching(/^MS/), claimCode: expect.stringMatching(/^\d{10}$/) },
    })
    const { id, residents } = await household('503')
    expect(residents).toMatchObject([{ name: '马玉珍', localId, phoneMasked: null }])
    const { items: visited } = must(await get<VisitPage>(server, worker, `/households/${id}/visits`))
    expect(visited.find((each) => each.id === met?.record?.id)?.residentName).toBe('马玉珍')
    const { items } = must(await get<HouseholdNeedPage>(server, worker, `/households/${id}/needs`))
    expect(items.find(({ needId }) => needId === filed?.record?.id)).toMatchObject({
      residentName: '马玉珍',
      claimCode: filed?.record?.claimCode,
    })
  })

  it('is the same person, however often they are told, and all their needs are claimed with one card', async () => {
    const localId = randomUUID()
    const newcomer = { name: '朱大爷', localId }
    const first = await entering('503', newcomer)
    const again = await entering('503', { ...newcomer, name: '朱福生' })
    // Written upon the first one, before the phone has heard of what became of it.
    again.baseVersion = (first.baseVersion ?? 0) + 1
    const [one, two] = [await needOf('503', localId), await needOf('503', localId)]
    const results = await sync(server, worker, first, one, again, two)
    expect(results.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done', 'done'])
    const { residents } = await household('503')
    expect(residents.filter((each) => each.localId === localId)).toMatchObject([{ name: '朱福生' }])
    const { receiptNo, claimCode } = results[1]?.record ?? {}
    const son = '19900000064'
    must(await post(server, son, '/claims', { receiptNo, code: claimCode }))
    for (const filed of [results[1], results[3]])
      expect((await get(server, son, `/needs/${filed?.record?.id ?? ''}`)).status).toBe(200)
  })

  it('keeps the name of the phone when the server’s own is told, and is found by both', async () => {
    const localId = randomUUID()
    await one(worker, await entering('503', { name: '傅秀兰', localId }))
    const { residents } = await household('503')
    const { id = '' } = residents.find((each) => each.localId === localId) ?? {}
    await one(worker, await entering('503', { name: '路过的' }))
    for (const name of [localId, id])
      expect(await one(worker, await needOf('503', name))).toMatchObject({ outcome: 'done' })
  })

  it('is not found where entering them has failed, or at another door; what follows is answered by itself', async () => {
    const localId = randomUUID()
    const results = await sync(
      server,
      worker,
      await entering('503', { name: '钱有福', localId }, { baseVersion: 99 }),
      await needOf('503', localId),
      await visit('503'),
    )
    expect(results.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['conflict', 'household_changed'],
      ['refused', 'resident_not_found'],
      ['done', undefined],
    ])
    await one(worker, await entering('503', { name: '钱有福', localId }))
    expect(await one(worker, await needOf('502', localId))).toMatchObject({ code: 'resident_not_found' })
    expect(await one(worker, await needOf('503', localId))).toMatchObject({ outcome: 'done' })
  })

  it('is entered once, and under a UUID', async () => {
    const [name, localId] = ['孙小妹', randomUUID()]
    const { id: householdId, version } = await household('501')
    for (const residents of [
      [
        { name, localId },
        { name: '孙小弟', localId },
      ],
      [{ name, localId: 'new 0' }],
    ])
      expect(
        await one(
          worker,
          operation(server, 'household.change', { householdId, residents }, { baseVersion: version }),
        ),
      ).toMatchObject({ outcome: 'refused', code: 'validation_failed' })
    expect((await household('501')).version).toBe(version)
  })
})

describe('what is wrong', () => {
  it('is refused by itself, in words, and the others are done', async () => {
    const good = await visit('503')
    const results = await sync(
      server,
      worker,
      await visit('503', { meeting: '见到了' }),
      good,
      { id: randomUUID(), kind: 'visit.delete', recordedAt: good.recordedAt, body: {} },
      { ...good, id: 'no UUID' },
      'nothing',
      await visit('503', { attachmentIds: ['01JD0000000000000000000001'] }),
      { ...(await visit('503')), body: { householdId: '01JD0000000000000000000001', meeting: 'met' } },
      await visit('503', { extra: 1 }),
    )
    expect(results.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['refused', 'validation_failed'],
      ['done', undefined],
      ['refused', 'validation_failed'],
      ['refused', 'validation_failed'],
      ['refused', 'validation_failed'],
      ['refused', 'attachment_unknown'],
      ['refused', 'household_not_found'],
      ['refused', 'validation_failed'],
    ])
    for (const { message, outcome } of results)
      if (outcome === 'refused') expect(message).toMatch(/\p{Script=Han}/u)
  })

  it('is refused whole only beyond five hundred', async () => {
    const operations = Array.from({ length: 501 }, () => ({}))
    expect(await post(server, worker, '/sync', { operations })).toMatchObject({ status: 400 })
  })

  it('takes a request of a megabyte', async () => {
    const said = '说'.repeat(1000)
    const typed = await visit('503', { said })
    const operations = Array.from({ length: 300 }, () => ({ ...typed, id: randomUUID(), kind: 'nothing' }))
    const { status } = await post(server, worker, '/sync', { operations })
    expect(status).toBe(200)
  })
})

describe('a neighbour’s grid', () => {
  it('cannot be read, visited, filed for or changed, though its ids are guessed', async () => {
    const { id: householdId, version, residents } = await household('901', neighbour)
    const rooms = (await download(server, worker)).households.map(({ room }) => room)
    expect(rooms).toEqual(expect.arrayContaining(['501', '502', '503']))
    expect(rooms).not.toContain('901')
    const results = await sync(
      server,
      worker,
      operation(server, 'visit.record', { householdId, meeting: 'met' }),
      operation(server, 'need.file', { householdId, residentId: residents[0]?.id, text: noise }),
      operation(server, 'household.change', { householdId, note: '偷看' }, { baseVersion: version }),
      operation(server, 'household.change', { householdId, note: '偷看' }, { baseVersion: 99 }),
    )
    expect(results.map(({ code }) => code)).toEqual(Array(4).fill('household_not_found'))
    expect(JSON.stringify(results)).not.toContain('万里')
  })

  it('lends no residents', async () => {
    const { residents } = await household('901', neighbour)
    const { id: householdId, version } = await household('502')
    const residentId = residents[0]?.id
    const results = await sync(
      server,
      worker,
      operation(server, 'visit.record', { householdId, meeting: 'met', residentId }),
      operation(server, 'need.file', { householdId, residentId, text: noise }),
      operation(
        server,
        'household.change',
        { householdId, residents: [{ id: residentId, name: '万里' }] },
        { baseVersion: version },
      ),
    )
    expect(results.map(({ code }) => code)).toEqual(Array(3).fill('resident_not_found'))
  })
})

describe('the key of a phone', () => {
  it('is 32 bytes, the same each time, and another one for somebody else', async () => {
    const keyOf = async (who: string) => must(await get<{ key: string }>(server, who, '/sync/key')).key
    const key = await keyOf(worker)
    expect(Buffer.from(key, 'base64')).toHaveLength(32)
    expect(await keyOf(worker)).toBe(key)
    expect(await keyOf(neighbour)).not.toBe(key)
  })
})

describe('a phone that downloads', () => {
  it('gets what changed since, and nothing twice', async () => {
    const all = await download(server, worker)
    expect(await download(server, worker, all.cursor)).toMatchObject({
      ...{ households: [], tasks: [], tombstones: [], more: false, cursor: all.cursor },
    })
    await one(worker, await visit('503'))
    expect((await download(server, worker, all.cursor)).households.map(({ room }) => room)).toEqual(['503'])
  })

  it('gets names, but neither phones nor ID numbers whole, and that is written down', async () => {
    const all = await download(server, worker)
    const text = JSON.stringify(all)
    expect(text).toContain('周桂兰')
    expect(text).toContain('1****************X')
    for (const secret of [idNumber, phone]) expect(text).not.toContain(secret)
    const subjectId = await gridOf(server, worker)
    expect(await server.unitOfWork.reader.findBy(PersonalDataRead, { subjectId })).toContainEqual(
      expect.objectContaining({ what: 'gridDownload' }),
    )
  })

  it('is told to forget a grid that was given to somebody else, at once and though it is signed in', async () => {
    const { cursor } = await download(server, worker)
    const [gridId, otherId] = [await gridOf(server, worker), await gridOf(server, neighbour)]
    const { id: householdId } = await household('503')
    await server.unitOfWork.run((tx) => tx.update(Staff, { account: worker }, { areaId: otherId }))
    const after = await download(server, worker, cursor)
    expect(after).toMatchObject({ tombstones: [{ kind: 'grid', id: gridId }], grids: [{ id: otherId }] })
    expect(after.households.map(({ room }) => room)).toEqual(['901'])
    const typed = operation(server, 'visit.record', { householdId, meeting: 'met' })
    expect(await one(worker, typed)).toMatchObject({ outcome: 'refused', code: 'household_not_found' })
    await server.unitOfWork.run((tx) => tx.update(Staff, { account: worker }, { areaId: gridId }))
    expect((await download(server, worker, after.cursor)).households.map(({ room }) => room)).toEqual(
      expect.arrayContaining(['501', '502', '503']),
    )
  })

  it('refuses a cursor that nobody gave out', async () => {
    const { cursor: own } = await download(server, worker)
    const [positions = '', seal = ''] = own.split('.')
    const made = Buffer.from(JSON.stringify({ [await gridOf(server, worker)]: 1 })).toString('base64url')
    const { cursor: others } = await download(server, neighbour)
    // Whoever says of himself that he has seen almost all would get the names, and no line in the log.
    for (const cursor of ['x', positions, `${positions}.`, `${made}.${seal}`, others])
      expect(await get(server, worker, `/sync/changes?cursor=${cursor}`)).toMatchObject({
        ...{ status: 400, body: { code: 'cursor_invalid' } },
      })
  })

  it('gets a grid of 300 households with their newest visits in 300 kB', async () => {
    await householdsOf(
      server,
      'wangge6',
      Array.from({ length: 300 }, (_, index) => ({
        room: String(index),
        marks: index % 3 === 0 ? ['aged80' as const, 'livingAlone' as const] : [],
        note: randomBytes(60).toString('base64'),
        residents: Array.from({ length: 3 }, (_, place) => ({
          ...{
            name: String.fromCodePoint(0x4e00 + index * 7, 0x5200 + index * 5 + place * 400),
            idNumber,
            phone,
          },
          relation: ['户主', '配偶', '子女'][place] ?? '',
        })),
      })),
    )
    for (const { id: householdId } of (await download(server, 'wangge6')).households)
      await sync(
        server,
        'wangge6',
        ...Array.from({ length: 3 }, () => {
          const said = Array.from(randomBytes(60), (byte) => String.fromCodePoint(0x4e00 + byte * 13)).join(
            '',
          )
          return operation(server, 'visit.record', { householdId, meeting: 'met', said, tags: ['medical'] })
        }),
      )
    const answer = await server.app.inject({
      method: 'GET',
      url: '/api/v1/sync/changes',
      headers: { authorization: `Bearer ${await tokenOf(server, 'wangge6')}`, 'accept-encoding': 'gzip' },
    })
    expect(answer.headers['content-encoding']).toBe('gzip')
    expect(answer.rawPayload.length).toBeLessThanOrEqual(300_000)
    expect((await download(server, 'wangge6')).households).toHaveLength(300)
  })
})
