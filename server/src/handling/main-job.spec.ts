import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { makeReceiptNo } from '@minsheng/shared'
import { randomUUID } from 'node:crypto'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import {
  aNeed,
  aPhoto,
  type FiledNeed,
  get,
  idOf,
  must,
  noise,
  phone,
  post,
  streetLamp,
} from './a-need.fixture.js'
import type { NeedPage } from './need.dto.js'
import type { WorkOrderPage, WorkOrderView } from './work-order.dto.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())

const answer = '路灯的电缆已经更换，当晚全部亮灯，请您再看看是否正常'

describe('the main job', () => {
  it('goes from a need with a photo over a bad rating to a solved one', async () => {
    const need = await aNeed(server, {
      text: streetLamp,
      attachmentIds: [await aPhoto(server, phone)],
    }).there()
    expect(need.filed).toMatchObject({
      state: 'dispatched',
      department: { name: '城市管理局' },
      category: { name: expect.stringContaining('路灯') },
      attachmentsCount: 1,
      attachments: [{ kind: 'photo' }],
      allowedActs: ['withdraw', 'correctCategory'],
    })

    expect(must(await need.act('chengguan', 'accept'))).toMatchObject({ state: 'working', round: 1 })
    expect(await need.view()).toMatchObject({ state: 'handling', stateWords: '办理中' })
    must(await need.act('chengguan', 'contact', { how: 'visit', note: '已上门看过' }))

    const evidence = await aPhoto(server, 'chengguan')
    const body = { text: answer, result: 'solved', attachmentIds: [evidence] }
    expect(must(await need.act('chengguan', 'submitAnswer', body))).toMatchObject({ state: 'reviewing' })
    expect(await need.view()).toMatchObject({ state: 'handling', answer: null })

    expect(must(await need.act('chengguan-shenhe', 'approve'))).toMatchObject({ state: 'done' })
    expect(await need.view()).toMatchObject({
      state: 'answered',
      awaitsRating: true,
      answer: {
        text: answer,
        result: 'solved',
        departmentName: '城市管理局',
        attachments: [{ id: evidence }],
      },
      allowedActs: ['rate'],
    })

    expect(must(await need.rate({ level: 1 }))).toMatchObject({ state: 'handling', round: 2, answer: null })
    must(await need.rate({ level: 1, tags: ['没修好'], words: '还是不亮' }))
    expect(await need.act('chengguan', 'accept')).toMatchObject({
      status: 200,
      body: { round: 2, previousRating: { level: 1, tags: ['没修好'], words: '还是不亮' } },
    })
    expect((await need.view()).rating).toBeNull()

    must(await need.act('chengguan', 'contact', { how: 'phone', note: '说明新的安排' }))
    const again = {
      ...body,
      text: `${answer}，灯具也换了`,
      attachmentIds: [await aPhoto(server, 'chengguan')],
    }
    must(await need.act('chengguan', 'submitAnswer', again))
    must(await need.act('chengguan-shenhe', 'approve'))
    const closed = must(await need.rate({ level: 5, solved: true }))
    expect(closed).toMatchObject({
      state: 'closed',
      stateWords: '已办完',
      awaitsRating: false,
      rating: { level: 5, solved: true },
      allowedActs: ['rate', 'reopen'],
    })
  })

  it('ends with the answer itself where a category needs no review', async () => {
    const need = await aNeed(server, { text: '公共厕所没有纸，又脏又臭' }).accepted().contacted().there()
    expect(need.filed.category?.name).toContain('厕')
    const body = { text: answer, result: 'solved', attachmentIds: [await aPhoto(server, 'chengguan')] }
    expect(must(await need.act('chengguan', 'submitAnswer', body))).toMatchObject({ state: 'done' })
    expect(await need.view()).toMatchObject({ state: 'answered', answer: { text: answer } })
  })
})

describe('a long story', () => {
  it('is answered, and its answer remembered, though it outgrows 64 kB', async () => {
    const need = await aNeed(server).accepted().there()
    const note = '又打了一次电话，说明进展。'.repeat(38)
    for (let i = 0; i < 50; i += 1) must(await need.act('chengguan', 'contact', { how: 'phone', note }))
    const key = randomUUID()
    const path = `${await need.orderPath()}/acts/contact`
    const contact = () => post(server, 'chengguan', path, { how: 'visit', note }, key)
    const first = await contact()
    expect(Buffer.byteLength(JSON.stringify(first.body))).toBeGreaterThan(65_536)
    expect(await contact()).toMatchObject({ status: 200, body: first.body })
    expect((await need.events()).filter(({ act }) => act === 'contact')).toHaveLength(51)
  })
})

describe('what the complainant reads', () => {
  let need: FiledNeed
  let text: string
  beforeAll(async () => {
    need = await aNeed(server)
      .returned()
      .decidedFor('shengtai')
      .accepted('shengtai')
      .contacted('shengtai')
      .answered('shengtai')
      .sentBack('shengtai-shenhe')
      .answered('shengtai', '夜间施工已责令停止，并约谈了项目负责人，今后每晚巡查')
      .approved('shengtai-shenhe')
      .rated({ level: 2 })
      .rated({ level: 2, solved: false, tags: ['拖得久'], words: '前后等了一周' })
      .there()
    text = JSON.stringify(await need.view())
  })

  it('is the story in plain words, the newest first', async () => {
    const { timeline } = await need.view()
    expect(timeline.map(({ title, kind }) => `${title} ${kind}`)).toEqual([
      '生态环境局重新办理 now',
      '您评价：不满意 done',
      '生态环境局答复了您 done',
      '生态环境局办完了，正在核对答复 done',
      '生态环境局办完了，正在核对答复 done',
      '生态环境局打电话联系了您 done',
      '生态环境局收到了，开始办理 done',
      '转给生态环境局 done',
      '正在核实由哪个单位办理 done',
      '转给城市管理局 done',
      '您提交了诉求 done',
    ])
    expect(timeline[1]?.detail).toBe('问题还没解决，拖得久，前后等了一周')
    expect(timeline[2]?.detail).toContain('约谈了项目负责人')
  })

  it.each([
    ["a contact's note", '内部记录'],
    ["a reviewer's reason", '内部意见'],
    ['the reason of a return', '内部理由'],
    ['its legal basis', '三定方案'],
    ["the dispatcher's remark", '内部裁决'],
    ['an answer that was sent back', '已到现场核实'],
  ])('holds nothing of %s', async (_, words) => {
    expect(text).not.toContain(words)
    // The desk reads it, so it was there to be seen.
    expect(JSON.stringify((await get(server, 'fenpai', await need.orderPath())).body)).toContain(words)
  })

  it('names no member of the staff, by name or id', async () => {
    const order = must(await get<WorkOrderView>(server, 'duban', await need.orderPath()))
    const names = order.events.flatMap(({ byName }) => byName ?? [])
    expect(new Set(names).size).toBeGreaterThanOrEqual(3)
    for (const name of names) expect(text).not.toContain(name)
    for (const { actorKind, actorId } of await need.events())
      if (actorKind === 'staff') expect(text).not.toContain(actorId)
  })
})

describe('a page that asks again and again', () => {
  it('costs nothing while nothing happened, and sees each change', async () => {
    const need = await aNeed(server).there()
    const as = await server.resident(phone)
    const ask = (seen?: string) =>
      server.call('GET', `/needs/${need.id}`, { as, headers: seen ? { 'if-none-match': seen } : {} })
    const first = await ask()
    const tag = String(first.headers.etag)
    expect(tag).toMatch(/^"\d+"$/)
    expect(await ask(tag)).toMatchObject({ status: 304, body: '', headers: { etag: tag } })
    expect(await ask(`W/${tag}`)).toMatchObject({ status: 304 })
    must(await need.act('chengguan', 'accept'))
    const changed = await ask(tag)
    expect(changed).toMatchObject({ status: 200, body: { state: 'handling' } })
    expect(changed.headers.etag).not.toBe(tag)
    must(await need.act('chengguan', 'contact', { how: 'phone', note: '聊过了' }))
    expect(await ask(String(changed.headers.etag))).toMatchObject({ status: 200 })
  })
})

describe('who sees what', () => {
  let need: FiledNeed
  beforeAll(async () => {
    need = await aNeed(server).there()
  })

  it.each([
    ['a neighbour reads the need', '19900000002', 'GET', '/needs/:need', 404],
    ['a neighbour withdraws it', '19900000002', 'POST', '/needs/:need/acts/withdraw', 404],
    ['a neighbour rates it', '19900000002', 'POST', '/needs/:need/rating', 404],
    ['a grid worker who did not file it reads it', 'wangge', 'GET', '/needs/:need', 404],
    ['a handler reads it as a resident would', 'chengguan', 'GET', '/needs/:need', 403],
    ['a resident opens the order', phone, 'GET', '/work-orders/:order', 403],
    ['a resident opens the queue', phone, 'GET', '/work-orders', 403],
    ['a resident opens the counts', phone, 'GET', '/work-orders/counts', 403],
    ['a resident accepts', phone, 'POST', '/work-orders/:order/acts/accept', 403],
    ['a resident triages', phone, 'GET', '/triage', 403],
    ['a resident dispatches', phone, 'POST', '/needs/:need/acts/dispatch', 403],
    ['a resident reads the scores', phone, 'GET', '/scores?from=2026-11-01&to=2026-11-30&by=department', 403],
    ['another department opens the order', 'gongshui', 'GET', '/work-orders/:order', 404],
    ['another department accepts it', 'gongshui', 'POST', '/work-orders/:order/acts/accept', 404],
    ['another department asks for the phone', 'gongshui', 'POST', '/work-orders/:order/contact-phone', 404],
    ['a handler triages', 'chengguan', 'GET', '/triage', 403],
    ['a handler dispatches', 'chengguan', 'POST', '/needs/:need/acts/dispatch', 403],
    ['a handler decides a return', 'chengguan', 'POST', '/work-orders/:order/acts/decideReturn', 403],
    ['a reviewer asks for the phone', 'chengguan-shenhe', 'POST', '/work-orders/:order/contact-phone', 403],
    ['a dispatcher asks for the phone', 'fenpai', 'POST', '/work-orders/:order/contact-phone', 403],
    ['a leader of no department opens the order', 'lingdao', 'GET', '/work-orders/:order', 404],
    ['an administrator opens the order', 'guanli', 'GET', '/work-orders/:order', 403],
    ['nobody opens the order', undefined, 'GET', '/work-orders/:order', 401],
    ['nobody reads the need', undefined, 'GET', '/needs/:need', 401],
    ['the own department opens the order', 'chengguan', 'GET', '/work-orders/:order', 200],
    ['its reviewer opens the order', 'chengguan-shenhe', 'GET', '/work-orders/:order', 200],
    ['a dispatcher opens the order', 'fenpai', 'GET', '/work-orders/:order', 200],
    ['a supervisor opens the order', 'duban', 'GET', '/work-orders/:order', 200],
  ] as const)('%s', async (_, who, method, path, status) => {
    const { status: got, body } = await ask(who, method, path)
    expect([got, body.title]).toEqual([status, expect.stringMatching(/\p{Script=Han}/u)])
  })

  it('a leader of no department finds an empty queue', async () => {
    expect(must(await get<WorkOrderPage>(server, 'lingdao', '/work-orders')).items).toEqual([])
  })

  const bodies: Record<string, object> = {
    rating: { level: 5 },
    'contact-phone': { reason: '要打电话' },
    decideReturn: { departmentId: '01JD0000000000000000000001', note: '看看' },
    dispatch: { categoryId: '01JD0000000000000000000001' },
  }
  async function ask(who: string | undefined, method: 'GET' | 'POST', path: string) {
    const order = (await need.orderPath()).split('/').at(-1) ?? ''
    const filled = path.replace(':need', need.id).replace(':order', order)
    if (!who) return server.call(method, filled)
    return method === 'GET'
      ? get(server, who, filled)
      : post(server, who, filled, bodies[path.split('/').at(-1) ?? ''])
  }

  it('lists only what is one’s own', async () => {
    const [mine, others] = await Promise.all([
      get<NeedPage>(server, phone, '/needs/mine'),
      get<NeedPage>(server, '19900000002', '/needs/mine'),
    ])
    expect(mine.body.items.map(({ id }) => id)).toContain(need.id)
    expect(others.body.items).toEqual([])
  })
})

describe("a contact's phone", () => {
  it('is masked until a handler asks for it with a reason, which is kept', async () => {
    const need = await aNeed(server).there()
    const path = await need.orderPath()
    const order = must(await get<WorkOrderView>(server, 'chengguan', path))
    expect(order.contact?.phoneMasked).toBe('199****0001')
    expect(JSON.stringify(order)).not.toContain(phone)

    expect((await post(server, 'chengguan', `${path}/contact-phone`)).status).toBe(400)
    const asked = await post(server, 'chengguan', `${path}/contact-phone`, { reason: '约上门时间' })
    expect(asked).toMatchObject({ status: 200, body: { phone } })
    const reads = await server.unitOfWork.reader.findBy('PersonalDataRead', { needId: need.id })
    expect(reads).toMatchObject([{ reason: '约上门时间', what: 'contactPhone' }])
  })

  it('is nothing for a department that gave the order back', async () => {
    const need = await aNeed(server).there()
    const path = await need.orderPath()
    const suggestedDepartmentId = await idOf(server, 'department', 'shengtai')
    must(
      await need.act('chengguan', 'requestReturn', {
        reason: '不归我们管',
        legalBasis: '三定方案',
        suggestedDepartmentId,
      }),
    )
    must(await need.act('fenpai', 'decideReturn', { departmentId: suggestedDepartmentId, note: '同意' }))
    const asked = await post(server, 'chengguan', `${path}/contact-phone`, { reason: '约上门时间' })
    expect(asked).toMatchObject({ status: 403, body: { code: 'not_your_order' } })
  })
})

describe('an anonymous complainant', () => {
  it('is nowhere in what the staff get to see', async () => {
    const secret = '19912349876'
    const need = await aNeed(server, { anonymous: true, text: '说不清楚的一件事' }, secret).there()
    expect(must(await get(server, 'fenpai', '/triage'))).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: need.id })]),
    })
    const seen: unknown[] = [(await get(server, 'fenpai', '/triage')).body]
    const categoryId = await idOf(server, 'category', 'environment.constructionNoise')
    seen.push(must(await need.ask('dispatch', { categoryId }, 'fenpai')))
    const path = await need.orderPath()
    seen.push(must(await need.act('chengguan', 'accept')))
    seen.push(must(await need.act('chengguan', 'contact', { how: 'wechat', note: '平台留言' })))
    for (const who of ['chengguan', 'chengguan-shenhe', 'fenpai', 'duban'])
      for (const each of [path, '/work-orders', `/work-orders?q=${need.filed.receiptNo}`])
        seen.push(must(await get(server, who, each)))
    const text = JSON.stringify(seen)
    expect(text).toContain(need.filed.receiptNo)
    for (const part of [secret, '9876', '199****']) expect(text).not.toContain(part)
    expect(must(await get<WorkOrderView>(server, 'chengguan', path))).toMatchObject({
      anonymous: true,
      contact: null,
    })
    expect(await post(server, 'chengguan', `${path}/contact-phone`, { reason: '想打电话' })).toMatchObject({
      status: 403,
      body: { code: 'complainant_anonymous' },
    })
    expect((await need.view()).contactPhoneMasked).toBe('199****9876')
  })
})

describe('looking up without signing in', () => {
  const look = (receiptNo: string, phoneTail: string) =>
    server.call('GET', `/progress/${encodeURIComponent(receiptNo)}?phoneTail=${phoneTail}`)

  it('shows the progress, however the number was typed', async () => {
    const need = await aNeed(server).worked().there()
    const { receiptNo } = need.filed
    const found = await look(receiptNo.toLowerCase().replaceAll('-', ' '), '0001')
    expect(found).toMatchObject({ status: 200, body: { receiptNo, state: 'answered' } })
    expect(Object.keys(found.body).sort()).toEqual([
      'department',
      'dueAt',
      'dueProvisional',
      'isOverdue',
      'isTooLate',
      'isUnsolved',
      'next',
      'receiptNo',
      'state',
      'stateWords',
      'submittedAt',
      'timeline',
    ])
    expect(JSON.stringify(found.body)).not.toContain(noise)
    expect(JSON.stringify(found.body)).not.toContain('内部')
  })

  it('tells a mistyped number from an unknown one, and an unknown one from a wrong phone not at all', async () => {
    const { receiptNo } = (await aNeed(server).there()).filed
    const mistyped = receiptNo.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
    expect(await look(mistyped, '0001')).toMatchObject({ status: 400, body: { code: 'receipt_no_mistyped' } })
    expect(await look('12345', '0001')).toMatchObject({ status: 400, body: { code: 'receipt_no_malformed' } })
    const wrongPhone = await look(receiptNo, '0002')
    const unknown = await look(makeReceiptNo('2020-01-01', 1), '0001')
    const same = ({ status, body }: typeof unknown) => ({ status, body: { ...body, requestId: '' } })
    expect(wrongPhone).toMatchObject({ status: 404, body: { code: 'need_not_found' } })
    expect(same(wrongPhone)).toEqual(same(unknown))
    expect((await look(receiptNo, '1')).status).toBe(400)
  })
})
