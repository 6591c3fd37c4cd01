import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY } from '@minsheng/shared'
import { randomUUID } from 'node:crypto'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import {
  aNeed,
  aPhoto,
  areaOf,
  get,
  must,
  noise,
  phone,
  post,
  streetLamp,
  tokenOf,
  vague,
} from '../handling/a-need.fixture.js'
import { Need } from '../handling/need.entity.js'
import { Outbox } from '../messages/index.js'
import type { NeedView, TriagePage } from '../handling/need.dto.js'
import type { WhyView } from '../handling/why.dto.js'

let server: TestApp
let areaId: string
beforeAll(async () => {
  server = await startApp()
  areaId = await areaOf(server, '望江门社区')
})
afterAll(() => server.stop())
afterEach(() => server.present.set(mondayMorning))

const submit = (body: object, who = phone, key?: string) => post<NeedView>(server, who, '/needs', body, key)
const count = (entity: string) => server.unitOfWork.reader.count(entity)
const tables = ['Need', 'NeedEvent', 'Clock', 'Outbox', 'WorkOrder', 'IdempotencyKey', 'Resident']
const counts = async () => Promise.all(tables.map(count))

describe('a need whose words are sure', () => {
  it('lies in one department’s queue at once, with a due time', async () => {
    const filed = await submit({ text: noise, areaId })
    expect(filed).toMatchObject({
      status: 201,
      body: {
        state: 'dispatched',
        stateWords: '已转给单位',
        department: { name: '城市管理局' },
        category: { name: expect.stringContaining('噪'), fieldName: expect.any(String) },
        categoryCorrectable: true,
        dueAt: '2026-11-23T10:00:00.000Z',
        dueProvisional: false,
        isOverdue: false,
        title: '工地夜里施工噪音太大',
        area: { name: '望江门社区', streetName: '望江街道' },
        danger: [],
        contactPhoneMasked: '199****0001',
      },
    })
    const queue = must(await get(server, 'chengguan', '/work-orders?state=pending'))
    expect(queue.items).toEqual([expect.objectContaining({ needId: filed.body.id, dueAt: filed.body.dueAt })])
    expect(must(await get(server, 'gongshui', '/work-orders')).items).toEqual([])
  })

  it('writes its events, its clocks and its messages in the same moment', async () => {
    const need = await aNeed(server).there()
    expect((await need.events()).map(({ act, actorKind }) => `${act} ${actorKind}`)).toEqual([
      'submit resident',
      'dispatch system',
    ])
    expect(await need.counts()).toEqual({ events: 2, clocks: 4, open: 3, outbox: 2, orders: 1 })
    const messages = await server.unitOfWork.reader.findBy(Outbox, { needId: need.id })
    expect(messages.map(({ topic }) => topic).sort()).toEqual(['need.dispatched', 'need.submitted'])
  })

  it('goes to the town where a rule says so, by the place that the phone gave', async () => {
    const place = { latitude: 36.0389, longitude: 117.859755, address: '镇政府东侧第二盏' }
    const filed = must(await submit({ text: streetLamp, place }))
    expect(filed).toMatchObject({ department: { name: '青石镇人民政府' }, address: '镇政府东侧第二盏' })
    const row = await server.unitOfWork.reader.findOneByOrFail(Need, { id: filed.id })
    expect(row).toMatchObject({ latitude: place.latitude, longitude: place.longitude })
    // WGS84 lies some hundred metres to the west; the address is not readable in the database.
    expect(row.wgsLongitude).toBeCloseTo(place.longitude - 0.006, 2)
    expect(JSON.stringify(row)).not.toContain('第二盏')
  })
})

describe('a need whose words are not sure', () => {
  it.each([
    ['says nothing of a category', vague, 0],
    ['has a category without a rule', '有人遛狗不牵绳，流浪狗也多', 1],
    ['could be two things', '小区停水了，路灯也不亮', 2],
  ])('that %s waits for the dispatcher with its guesses', async (_, text, guesses) => {
    const filed = must(await submit({ text, areaId }))
    expect(filed).toMatchObject({ state: 'submitted', department: null, dueAt: null, category: null })
    const { items } = must(await get<TriagePage>(server, 'fenpai', '/triage'))
    const item = items.find(({ id }) => id === filed.id)
    expect(item).toMatchObject({ kind: 'need', text, areaName: '望江街道 · 望江门社区' })
    expect(item?.guesses.length).toBeGreaterThanOrEqual(guesses)
    expect(item?.guesses.length).toBeLessThanOrEqual(2)
  })

  it('from a department’s code offers that department first, and one tap sends it there', async () => {
    const text = '小区停水了，路灯也不亮'
    const plain = must(await submit({ text, areaId }))
    const filed = must(await submit({ text, areaId, scene: 'P-Gongshui' }))
    const guessesOf = async (id: string) => {
      const { items } = must(await get<TriagePage>(server, 'fenpai', '/triage'))
      return items.find((item) => item.id === id)?.guesses ?? []
    }
    const [usual] = await guessesOf(plain.id)
    const [first, ...others] = await guessesOf(filed.id)
    expect(first).toMatchObject({
      isScanned: true,
      department: { name: '供水公司' },
      category: usual?.category,
    })
    expect(others.some(({ isScanned }) => isScanned)).toBe(false)
    const body = { categoryId: first?.category.id, departmentId: first?.department?.id }
    expect(await post(server, 'fenpai', `/needs/${filed.id}/acts/dispatch`, body)).toMatchObject({
      status: 200,
      body: { state: 'dispatched', department: { name: '供水公司' } },
    })
  })

  it('from a department’s code tells whose code it was, when its words say nothing', async () => {
    const filed = must(await submit({ text: vague, areaId, scene: 'p-gongshui' }))
    const plain = must(await submit({ text: vague, areaId }))
    const { items } = must(await get<TriagePage>(server, 'fenpai', '/triage'))
    const item = (id: string) => items.find((each) => each.id === id)
    expect(item(filed.id)).toMatchObject({ guesses: [], scanned: { name: '供水公司' } })
    expect(item(plain.id)).toMatchObject({ guesses: [], scanned: null })
  })

  it('goes where its words surely lead, whatever code was scanned; why tells of the code', async () => {
    const filed = must(await submit({ text: noise, areaId, scene: 'p-gongshui' }))
    expect(filed.department?.name).toBe('城市管理局')
    const { steps } = must(await get<WhyView>(server, 'fenpai', `/needs/${filed.id}/why`))
    expect(steps[0]?.routing?.scanned).toMatchObject({ name: '供水公司' })
  })

  it.each([
    ['is out of use', 'd-nowhere', 201],
    ['is a door’s', 'd-xuefu-12-1', 201],
    ['is no code at all', '望江门', 400],
  ])('from a code that %s answers as it should', async (_, scene, status) => {
    const filed = await submit({ text: vague, areaId, scene })
    expect(filed.status).toBe(status)
    if (status !== 201) return
    const { items } = must(await get<TriagePage>(server, 'fenpai', '/triage'))
    const guesses = items.find(({ id }) => id === filed.body.id)?.guesses ?? []
    expect(guesses.filter(({ isScanned }) => isScanned)).toEqual([])
  })

  it('is dispatched by one tap on a guess, and the decision is kept to learn from', async () => {
    const { id } = must(await submit({ text: '小区停水了，路灯也不亮', areaId }))
    const { items } = must(await get<TriagePage>(server, 'fenpai', '/triage'))
    const [first, second] = items.find((item) => item.id === id)?.guesses ?? []
    const body = { categoryId: second?.category.id, departmentId: second?.department?.id }
    expect(await post(server, 'fenpai', `/needs/${id}/acts/dispatch`, body)).toMatchObject({
      status: 200,
      body: { state: 'dispatched', department: second?.department },
    })
    expect(
      must(await get<TriagePage>(server, 'fenpai', '/triage')).items.map((item) => item.id),
    ).not.toContain(id)
    expect(await server.unitOfWork.reader.findBy('RoutingExample', { needId: id })).toMatchObject([
      { source: 'dispatcher', categoryId: second?.category.id, guessedCategoryId: first?.category.id },
    ])
  })

  it('is found on the list, however many wait, each once and the oldest first', async () => {
    const ids: string[] = []
    for (let i = 0; i < 25; i += 1) ids.push(must(await submit({ text: vague, areaId })).id)
    const seen: string[] = []
    for (let cursor = ''; ;) {
      const page = must(await get<TriagePage>(server, 'fenpai', `/triage?cursor=${cursor}`))
      seen.push(...page.items.map(({ id }) => id))
      if (!page.nextCursor) break
      cursor = page.nextCursor
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(ids))
  })
})

describe('what no department can act upon', () => {
  it.each([
    ['a greeting', '你好，请问在吗'],
    ['advertising', '加微信领红包，日赚五百不是梦'],
    ['nonsense', '的的的的的的的'],
    ['another language', 'good morning, the street lamp is broken'],
    ['nothing but signs', '？？？！！'],
  ])('goes to a dispatcher, not to a department: %s', async (_, text) => {
    const filed = must(await submit({ text, areaId }))
    expect(filed).toMatchObject({ state: 'submitted', department: null })
    const { steps } = must(await get<WhyView>(server, 'fenpai', `/needs/${filed.id}/why`))
    expect(steps[0]?.routing?.outcome).toBe('unsure')
  })
})

describe('words of danger', () => {
  it('are named, make the dispatcher’s clock short, and do not stop the filing', async () => {
    const need = await aNeed(server, { text: '三号楼有人受伤流血了，快来看看' }).there()
    expect(need.filed).toMatchObject({ danger: ['injury'], state: 'submitted' })
    expect((await need.clocks()).dispatch).toMatchObject({ limitAmount: 10, limitUnit: 'minutes' })
  })

  it('are seen by a dispatcher first, with what is likely, even when it is clear whose they are', async () => {
    const filed = must(await submit({ text: '厨房燃气泄漏，闻到很浓的煤气味', areaId }))
    expect(filed).toMatchObject({ danger: ['gas'], state: 'submitted', department: null })
    const { steps } = must(await get<WhyView>(server, 'fenpai', `/needs/${filed.id}/why`))
    expect(steps[0]?.routing?.outcome).toBe('danger')
    expect(steps[0]?.routing?.guesses[0]?.category.name).toContain('燃气')
    expect(steps[0]?.routing?.guesses).toHaveLength(2)
  })
})

describe('a repeated submission', () => {
  it('gets the first answer again, to the byte, and files one need', async () => {
    const key = randomUUID()
    const body = { text: noise, areaId, attachmentIds: [await aPhoto(server, phone)] }
    const as = await tokenOf(server, phone)
    const send = () =>
      server.app.inject({
        method: 'POST',
        url: '/api/v1/needs',
        headers: { authorization: `Bearer ${as}`, 'idempotency-key': key },
        payload: body,
      })
    const before = await count('Need')
    const first = await send()
    server.present.advance(60_000)
    const second = await send()
    expect([first.statusCode, second.statusCode]).toEqual([201, 201])
    expect(second.body).toBe(first.body)
    expect(await count('Need')).toBe(before + 1)
  })

  it('twenty times at once files one need', async () => {
    const key = randomUUID()
    const before = await count('Need')
    const body = { text: noise, areaId, attachmentIds: [await aPhoto(server, phone)] }
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(body, phone, key)))
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(20).fill(201))
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1)
    expect(await count('Need')).toBe(before + 1)
  })

  it('with another body is a mistake; the key of another person is another key', async () => {
    const key = randomUUID()
    const { id } = must(await submit({ text: noise, areaId }, phone, key))
    expect(await submit({ text: vague, areaId }, phone, key)).toMatchObject({
      status: 409,
      body: { code: 'idempotency_key_reused' },
    })
    expect(await post(server, phone, `/needs/${id}/acts/withdraw`, {}, key)).toMatchObject({
      status: 409,
      body: { code: 'idempotency_key_reused' },
    })
    expect(must(await submit({ text: noise, areaId }, '19900000003', key)).id).not.toBe(id)
  })

  it('needs a key that is a UUID', async () => {
    const as = await tokenOf(server, phone)
    expect(await server.call('POST', '/needs', { as, body: { text: noise, areaId } })).toMatchObject({
      status: 400,
      body: { code: 'idempotency_key_missing' },
    })
    expect(await submit({ text: noise, areaId }, phone, 'again')).toMatchObject({
      status: 400,
      body: { code: 'idempotency_key_invalid' },
    })
  })
})

describe('bad input', () => {
  const outside = { latitude: 31.23, longitude: 121.47 }
  const inside = { latitude: 36.025745, longitude: 117.931332 }
  const unknownId = '01JD0000000000000000000001'

  it.each([
    ['no text', { text: undefined }, 400, 'validation_failed', 'text'],
    ['an empty text', { text: ' \n ' }, 400, 'validation_failed', 'text'],
    ['a text that is a number', { text: 5 }, 400, 'validation_failed', 'text'],
    ['an over-long text', { text: '难'.repeat(2001) }, 400, 'validation_failed', 'text'],
    [
      'a place outside of the district',
      { areaId: undefined, place: outside },
      422,
      'place_outside_district',
      '',
    ],
    ['no place at all', { areaId: undefined }, 422, 'place_required', ''],
    ['an unknown area', { areaId: unknownId }, 422, 'place_required', ''],
    ['an area that is no id', { areaId: '望江门社区' }, 400, 'validation_failed', 'areaId'],
    [
      'coordinates in words',
      { place: { ...inside, latitude: '36.02' } },
      400,
      'validation_failed',
      'place.latitude',
    ],
    [
      'coordinates of no planet',
      { place: { ...inside, longitude: 200 } },
      400,
      'validation_failed',
      'place.longitude',
    ],
    ['half a place', { place: { latitude: 36 } }, 400, 'validation_failed', 'place.longitude'],
    ['a place that is a list', { place: [] }, 400, 'validation_failed', 'place'],
    ['a place that is a word', { place: '家' }, 400, 'validation_failed', 'place'],
    [
      'an over-long address',
      { place: { ...inside, address: '路'.repeat(201) } },
      400,
      'validation_failed',
      'place.address',
    ],
    ['an unknown attachment', { attachmentIds: [unknownId] }, 422, 'attachment_unknown', ''],
    ['ten attachments', { attachmentIds: ids(10) }, 400, 'validation_failed', 'attachmentIds'],
    ['attachments that are no ids', { attachmentIds: ['a.jpg'] }, 400, 'validation_failed', 'attachmentIds'],
    ['attachments that are no list', { attachmentIds: 'a.jpg' }, 400, 'validation_failed', 'attachmentIds'],
    ['a wrong phone', { contactPhone: '12345' }, 400, 'validation_failed', 'contactPhone'],
    ['an anonymity that is a word', { anonymous: 'yes' }, 400, 'validation_failed', 'anonymous'],
    ['a time that is no time', { capturedAt: '2026-W47-1' }, 400, 'validation_failed', 'capturedAt'],
    ['an unknown field', { category: '路灯' }, 400, 'validation_failed', 'category'],
  ])('%s is refused in words, and nothing is stored', async (_, change, status, code, field) => {
    await tokenOf(server, phone)
    const before = await counts()
    const answer = await submit({ text: noise, areaId, ...change })
    expect(answer).toMatchObject({
      status,
      body: { code, status, title: expect.stringMatching(/\p{Script=Han}/u), requestId: expect.any(String) },
    })
    if (field)
      expect(answer.body).toMatchObject({
        errors: [{ field, message: expect.stringMatching(/\p{Script=Han}/u) }],
      })
    expect(await counts()).toEqual(before)
  })

  it('refuses a photo of somebody else, and one that was filed already', async () => {
    const foreign = await aPhoto(server, '19900000002')
    const own = await aPhoto(server, phone)
    must(await submit({ text: noise, areaId, attachmentIds: [own] }))
    const before = await counts()
    for (const attachmentIds of [[foreign], [own], [await aPhoto(server, phone), own]])
      expect(await submit({ text: noise, areaId, attachmentIds })).toMatchObject({
        status: 422,
        body: { code: 'attachment_unknown' },
      })
    expect(await counts()).toEqual(before)
  })

  it('leaves no doubt about what is merely missing', async () => {
    const nothing = {
      place: null,
      attachmentIds: null,
      anonymous: null,
      contactPhone: null,
      capturedAt: null,
    }
    expect(must(await submit({ text: noise, areaId, ...nothing }))).toMatchObject({
      attachments: [],
      anonymous: false,
      address: null,
      contactPhoneMasked: '199****0001',
    })
  })

  it('counts an attachment that is named twice once', async () => {
    const photo = await aPhoto(server, phone)
    expect(must(await submit({ text: noise, areaId, attachmentIds: [photo, photo] }))).toMatchObject({
      attachmentsCount: 1,
      attachments: [{ id: photo }],
    })
  })

  it('keeps when it was written, unless the phone’s clock is wrong', async () => {
    const written = async (capturedAt: string) => {
      const { id } = must(await submit({ text: noise, areaId, capturedAt }))
      return (await server.unitOfWork.reader.findOneByOrFail(Need, { id })).capturedAt
    }
    expect(await written('2026-11-15T20:00:00+08:00')).toEqual(new Date('2026-11-15T12:00:00Z'))
    expect(await written('2026-11-17T09:30:00+08:00')).toBeNull()
    expect(await written('1970-01-01T00:00:00Z')).toBeNull()
    expect(await written('9999-12-31T23:59:59-23:59')).toBeNull()
  })

  it('takes a chosen community when the phone is elsewhere', async () => {
    expect(must(await submit({ text: noise, areaId, place: outside })).area).toMatchObject({ id: areaId })
  })

  function ids(number: number): string[] {
    return Array.from({ length: number }, (_, index) => `01JD00000000000000000000${10 + index}`)
  }
})

describe('a grid worker who files for a resident', () => {
  const neighbour = '19900000077'
  it('follows the need, which is the resident’s own', async () => {
    const filed = must(await submit({ text: noise, areaId, contactPhone: neighbour }, 'wangge'))
    const path = `/needs/${filed.id}`
    expect(must(await get<NeedView>(server, 'wangge', path))).toMatchObject({ allowedActs: [] })
    expect((await get(server, 'wangge2', path)).status).toBe(404)
    for (const who of ['wangge', neighbour])
      expect(must(await get(server, who, '/needs/mine')).items).toMatchObject([{ id: filed.id }])

    const own = must(await get<NeedView>(server, neighbour, path))
    expect(own.timeline.at(-1)?.title).toBe('网格员替您提交了诉求')
    expect(own.allowedActs).toEqual(['withdraw', 'correctCategory'])
    for (const asked of [
      post(server, 'wangge', `${path}/rating`, { level: 5 }),
      post(server, 'wangge', `${path}/acts/withdraw`),
    ])
      expect((await asked).status).toBe(404)
    expect((await post(server, neighbour, `${path}/acts/withdraw`)).status).toBe(200)
  })

  it('is the complainant when there is nobody else', async () => {
    const filed = must(await submit({ text: noise, areaId }, 'wangge3'))
    expect(filed).toMatchObject({ contactPhoneMasked: null, allowedActs: ['withdraw', 'correctCategory'] })
    expect((await post(server, 'wangge3', `/needs/${filed.id}/acts/withdraw`)).status).toBe(200)
  })
})

describe('too many in a short time', () => {
  it('are refused with the time to come back, and the others are not', async () => {
    const limited = await startApp({ config: { hasRateLimits: true } })
    try {
      const place = await areaOf(limited, '望江门社区')
      const send = (who: string) => post(limited, who, '/needs', { text: noise, areaId: place })
      for (let i = 0; i < 20; i += 1) must(await send(phone))
      const refused = await send(phone)
      expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } })
      const seconds = Number(refused.headers['retry-after'])
      expect(seconds).toBeGreaterThan(0)
      expect(seconds).toBeLessThanOrEqual(600)
      expect(refused.body.retryAfter).toBe(seconds)
      expect((await send('19900000002')).status).toBe(201)
    } finally {
      await limited.stop()
    }
  })
})

describe('a receipt', () => {
  it('has the next number of the day, and the first one of the next', async () => {
    const number = async () => must(await submit({ text: noise, areaId })).receiptNo
    const [one, two] = [await number(), await number()]
    const sequence = (receiptNo: string) => Number(receiptNo.split('-')[1])
    expect(one).toMatch(/^MS20261116-\d{4}-\d$/)
    expect(sequence(two)).toBe(sequence(one) + 1)
    server.present.set(new Date(mondayMorning.getTime() + DAY))
    expect(await number()).toMatch(/^MS20261117-0001-\d$/)
  })
})
