import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DAY, HOUR, MINUTE } from '@minsheng/shared'
import { startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, aPhoto, type FiledNeed, get, idOf, must, streetLamp, vague } from './a-need.fixture.js'
import type { WorkOrderView } from './work-order.dto.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
})
afterAll(() => server.stop())

const unknownId = '01JD0000000000000000000001'
const answer = (change: object = {}) => ({
  text: '已经联系施工单位并现场处理完毕，今后每晚都会巡查到十点',
  result: 'solved',
  ...change,
})
const returning = async (change: object = {}) => ({
  reason: '不归我们管',
  legalBasis: '三定方案',
  suggestedDepartmentId: await idOf(server, 'department', 'shengtai'),
  ...change,
})

/** Everything that an act may change. */
const trace = async (need: FiledNeed) => ({ ...(await need.counts()), row: await need.row() })

/** How far a need has come when the act is tried. */
const stories = {
  vague: () => aNeed(server, { text: vague }).there(),
  dispatched: () => aNeed(server).there(),
  accepted: () => aNeed(server).accepted().there(),
  returned: () => aNeed(server).accepted().returned().there(),
  answered: () => aNeed(server).accepted().contacted().answered().there(),
  approved: () => aNeed(server).worked().there(),
  closed: () => aNeed(server).worked().rated({ level: 4 }).there(),
  withdrawn: async () => {
    const need = await aNeed(server).there()
    must(await need.ask('withdraw'))
    return need
  },
} as const

describe('an act whose turn it is not', () => {
  it.each([
    ['pending', 'dispatched', 'contact', 'chengguan', ['accept', 'assist', 'requestReturn']],
    ['pending', 'dispatched', 'submitAnswer', 'chengguan', ['accept', 'assist', 'requestReturn']],
    ['pending', 'dispatched', 'approve', 'chengguan-shenhe', []],
    ['pending', 'dispatched', 'accept', 'chengguan-shenhe', []],
    ['pending', 'dispatched', 'accept', 'fenpai', ['assist']],
    [
      'working',
      'accepted',
      'accept',
      'chengguan',
      ['contact', 'assist', 'submitAnswer', 'extend', 'requestReturn'],
    ],
    ['working', 'accepted', 'decideReturn', 'fenpai', ['assist']],
    ['reviewing', 'answered', 'approve', 'fenpai', []],
    ['reviewing', 'answered', 'submitAnswer', 'chengguan', []],
    ['reviewing', 'answered', 'requestReturn', 'chengguan', []],
    ['returning', 'returned', 'accept', 'chengguan', []],
    ['done', 'approved', 'sendBack', 'chengguan-shenhe', []],
    ['done', 'approved', 'requestReturn', 'chengguan', []],
  ] as const)('on an order that is %s (%s): %s by %s', async (state, story, act, who, allowed) => {
    const need = await stories[story]()
    const before = await trace(need)
    const bodies: Record<string, object> = {
      contact: { how: 'phone', note: '聊过了' },
      submitAnswer: answer(),
      requestReturn: await returning(),
      decideReturn: { departmentId: await idOf(server, 'department', 'shengtai'), note: '同意' },
      sendBack: { reason: '太空' },
    }
    expect(await need.act(who, act, bodies[act])).toMatchObject({
      status: 409,
      body: { code: 'transition_not_allowed', title: expect.stringContaining('这张工单'), state, allowed },
    })
    expect(await trace(need)).toEqual(before)
  })

  it.each([
    ['dispatched', 'dispatched', 'reopen', { reason: '没修好' }, ['withdraw', 'correctCategory']],
    ['handling', 'accepted', 'correctCategory', null, ['withdraw']],
    ['handling', 'accepted', 'rating', { level: 5 }, ['withdraw']],
    ['handling', 'accepted', 'rating', { level: 1 }, ['withdraw']],
    ['answered', 'approved', 'withdraw', {}, ['rate']],
    ['answered', 'approved', 'reopen', { reason: '没修好' }, ['rate']],
    ['closed', 'closed', 'withdraw', {}, ['rate', 'reopen']],
    ['withdrawn', 'withdrawn', 'withdraw', {}, []],
    ['withdrawn', 'withdrawn', 'reopen', { reason: '没修好' }, []],
    ['withdrawn', 'withdrawn', 'rating', { level: 5 }, []],
  ] as const)('on a need that is %s (%s): %s %j', async (state, story, act, body, allowed) => {
    const need = await stories[story]()
    const before = await trace(need)
    const categoryId = await idOf(server, 'category', 'environment.dust')
    const asked = act === 'rating' ? need.rate(body ?? {}) : need.ask(act, body ?? { categoryId })
    expect(await asked).toMatchObject({
      status: 409,
      body: { code: 'transition_not_allowed', state, allowed },
    })
    expect(await trace(need)).toEqual(before)
  })

  it('on a need that is dispatched already: dispatch and reject', async () => {
    const need = await aNeed(server).there()
    const categoryId = await idOf(server, 'category', 'environment.dust')
    const reject = { reason: 'notPublic', explanation: '这不属于公共服务的事项范围' }
    for (const asked of [
      need.ask('dispatch', { categoryId }, 'fenpai'),
      need.ask('reject', reject, 'fenpai'),
    ])
      expect(await asked).toMatchObject({ status: 409, body: { state: 'dispatched', allowed: ['merge'] } })
  })
})

describe('an answer', () => {
  async function refused(need: FiledNeed, body: object, status: number, code: string) {
    const before = await trace(need)
    const got = await need.act('chengguan', 'submitAnswer', body)
    expect(got).toMatchObject({ status, body: { code, title: expect.stringMatching(/\p{Script=Han}/u) } })
    expect(await trace(need)).toEqual(before)
  }

  it('needs a contact first', async () => {
    await refused(await aNeed(server).accepted().there(), answer(), 422, 'answer_needs_contact')
  })

  it('needs twenty characters that say something', async () => {
    const need = await aNeed(server).accepted().contacted().there()
    await refused(need, answer({ text: '已办结。' }), 400, 'validation_failed')
    await refused(need, answer({ text: `已办结。${' '.repeat(30)}` }), 422, 'answer_too_short')
    await refused(need, answer({ result: 'done' }), 400, 'validation_failed')
  })

  it('needs a photo of its own where the category asks for one', async () => {
    const need = await aNeed(server, { text: streetLamp }).accepted().contacted().there()
    await refused(need, answer(), 422, 'answer_needs_evidence')
    await refused(need, answer({ attachmentIds: null }), 422, 'answer_needs_evidence')
    await refused(need, answer({ attachmentIds: [unknownId] }), 422, 'attachment_unknown')
    const foreign = await aPhoto(server, 'gongshui')
    await refused(need, answer({ attachmentIds: [foreign] }), 422, 'attachment_unknown')
    const own = await aPhoto(server, 'chengguan')
    must(await need.act('chengguan', 'submitAnswer', answer({ attachmentIds: [own] })))
  })

  it('needs a photo that says when and where, or words that do', async () => {
    const need = await aNeed(server, { text: streetLamp }).accepted().contacted().there()
    const silent = async (note = {}) => [await aPhoto(server, 'chengguan', note)]
    await refused(need, answer({ attachmentIds: await silent() }), 422, 'evidence_needs_note')
    const takenAt = server.present.now().toISOString()
    await refused(need, answer({ attachmentIds: await silent({ takenAt }) }), 422, 'evidence_needs_note')
    const attachmentIds = await silent()
    await refused(need, answer({ attachmentIds, evidenceNote: ' 昨晚 ' }), 422, 'evidence_needs_note')
    const evidenceNote = '昨晚八点，小区南门'
    must(await need.act('chengguan', 'submitAnswer', answer({ attachmentIds, evidenceNote })))
    const seen = must(await get<WorkOrderView>(server, 'chengguan-shenhe', await need.orderPath()))
    expect(seen.answer).toMatchObject({ evidenceNote, attachments: [{ hasTime: false, hasPlace: false }] })
    expect(seen.events[0]?.detail).toContain(`照片说明：${evidenceNote}`)
    must(await need.act('chengguan-shenhe', 'approve'))
    expect(JSON.stringify(await need.view())).not.toContain('昨晚八点')
  })

  it('to a rework needs a new contact and new words', async () => {
    const text = '已经联系施工单位，要求夜间十点以后停止一切作业'
    const need = await aNeed(server).worked(text).rated({ level: 1 }).accepted().there()
    await refused(need, answer(), 422, 'answer_needs_contact')
    must(await need.act('chengguan', 'contact', { how: 'phone', note: '说明新的安排' }))
    await refused(need, answer({ text: ` ${text} ` }), 422, 'answer_same_as_before')
    must(await need.act('chengguan', 'submitAnswer', answer()))
  })

  it('can be sent back and written anew in the same round, without another contact', async () => {
    const need = await aNeed(server).accepted().contacted().answered().sentBack().there()
    expect(must(await need.act('chengguan', 'submitAnswer', answer()))).toMatchObject({ state: 'reviewing' })
  })
})

describe('a review', () => {
  /** Somebody who both handles and reviews, as in a small office. */
  async function bothRoles(account: string): Promise<void> {
    await server.unitOfWork.run((tx) =>
      tx.update('staff', { account }, { roles: ['handler', 'reviewer'] as unknown as string }),
    )
  }

  it('is nothing for whoever handled the order, even when a colleague wrote the answer', async () => {
    await bothRoles('zhujian')
    await bothRoles('zhujian2')
    const quality = { text: '新房交付后墙体开裂、房屋漏水，质量有问题' }
    const need = await aNeed(server, quality).accepted('zhujian').contacted('zhujian').there()
    const body = answer({ attachmentIds: [await aPhoto(server, 'zhujian2')] })
    const submitted = must(await need.act('zhujian2', 'submitAnswer', body))
    expect(submitted.allowedActs).toEqual([])
    const before = await trace(need)
    for (const who of ['zhujian', 'zhujian2'])
      for (const act of ['approve', 'sendBack'])
        expect(await need.act(who, act, act === 'sendBack' ? { reason: '太空' } : {})).toMatchObject({
          status: 422,
          body: { code: 'reviewer_handled_it' },
        })
    expect(await trace(need)).toEqual(before)
    expect(must(await need.act('zhujian-shenhe', 'approve'))).toMatchObject({ state: 'done' })
  })
})

describe('a dispatch', () => {
  it('goes to a department that exists, by a category that exists', async () => {
    const need = await aNeed(server, { text: vague }).there()
    const before = await trace(need)
    const categoryId = await idOf(server, 'category', 'environment.dust')
    const field = await idOf(server, 'category', 'environment')
    const bodies: [object, number, string][] = [
      [{ categoryId, departmentId: unknownId }, 422, 'department_unknown'],
      [{ categoryId: unknownId }, 404, 'category_not_found'],
      [{ categoryId: field }, 404, 'category_not_found'],
      [{ categoryId: await idOf(server, 'category', 'urban.dogs') }, 422, 'department_needed'],
      [{ categoryId: 'x' }, 400, 'validation_failed'],
    ]
    for (const [body, status, code] of bodies)
      expect(await need.ask('dispatch', body, 'fenpai')).toMatchObject({ status, body: { code } })
    expect(await trace(need)).toEqual(before)
  })

  it('is refused with a reason from the list and an explanation, which the resident reads', async () => {
    const need = await aNeed(server, { text: vague }).there()
    for (const body of [
      { reason: 'notPublic', explanation: '太短' },
      { reason: 'because', explanation: '这不属于公共服务的事项范围' },
    ])
      expect(await need.ask('reject', body, 'fenpai')).toMatchObject({ status: 400 })
    must(
      await need.ask('reject', { reason: 'judicial', explanation: '法院已经立案，请等候判决结果' }, 'fenpai'),
    )
    expect(await need.view()).toMatchObject({
      state: 'rejected',
      allowedActs: ['appeal'],
      timeline: [{ title: '已进入诉讼、仲裁或复议程序', detail: '法院已经立案，请等候判决结果' }, {}],
    })
    expect((await need.counts()).open).toBe(0)
  })
})

describe('the complainant’s own acts', () => {
  it('end the open order of a need that is withdrawn', async () => {
    const need = await aNeed(server).accepted().there()
    must(await need.ask('withdraw'))
    expect(await need.orders()).toMatchObject([{ state: 'cancelled' }])
    expect((await need.counts()).open).toBe(0)
    expect(await need.act('chengguan', 'contact', { how: 'phone', note: '聊过了' })).toMatchObject({
      status: 409,
      body: { state: 'cancelled', title: expect.stringContaining('已取消') },
    })
  })

  it('correct the category until somebody has accepted it; the right answer is kept as an example', async () => {
    const need = await aNeed(server).there()
    const categoryId = await idOf(server, 'category', 'environment.dust')
    server.present.advance(MINUTE)
    const corrected = must(await need.ask('correctCategory', { categoryId }))
    expect(corrected).toMatchObject({
      state: 'dispatched',
      department: { name: '生态环境局' },
      category: { id: categoryId },
      allowedActs: ['withdraw', 'correctCategory'],
    })
    expect(await need.orders()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ state: 'cancelled' }),
        expect.objectContaining({ state: 'pending', departmentId: corrected.department?.id, categoryId }),
      ]),
    )
    expect(await server.unitOfWork.reader.findBy('RoutingExample', { needId: need.id })).toMatchObject([
      { source: 'resident', categoryId, guessedCategoryId: need.filed.category?.id },
    ])
    must(await need.act('shengtai', 'accept'))
    expect((await need.ask('correctCategory', { categoryId })).status).toBe(409)
  })

  it('send a need to the dispatcher when no rule knows whose the corrected category is', async () => {
    const need = await aNeed(server).there()
    const categoryId = await idOf(server, 'category', 'urban.dogs')
    expect(must(await need.ask('correctCategory', { categoryId }))).toMatchObject({
      state: 'submitted',
      department: null,
      dueAt: null,
      category: { id: categoryId },
    })
    expect(await need.orders()).toMatchObject([{ state: 'cancelled' }])
    expect((await need.row()).guesses[0]).toMatchObject({ categoryId, departmentId: null })
    expect((await need.clocks()).dispatch).toMatchObject({ stoppedAt: null })
    expect((await need.counts()).open).toBe(1)
  })

  it('reopen a closed need once, with words or a photo, within thirty days', async () => {
    const need = await aNeed(server).worked().rated({ level: 5 }).there()
    const before = await trace(need)
    for (const body of [{}, { reason: '  ' }, { attachmentIds: null }, { attachmentIds: [] }])
      expect(await need.ask('reopen', body)).toMatchObject({
        status: 422,
        body: { code: 'reopen_needs_reason' },
      })
    expect(await trace(need)).toEqual(before)

    expect(must(await need.ask('reopen', { reason: '昨晚又开始打桩' }))).toMatchObject({
      state: 'handling',
      round: 2,
      timeline: [
        { title: '城市管理局重新办理' },
        { title: '您要求重新办理', detail: '昨晚又开始打桩' },
        ...rest(7),
      ],
    })
    const again = answer({ text: '已约谈项目负责人，并安排专人每晚值守到十二点' })
    for (const [who, act, body] of [
      ['chengguan', 'accept', {}],
      ['chengguan', 'contact', { how: 'visit', note: '到现场看过' }],
      ['chengguan', 'submitAnswer', again],
      ['chengguan-shenhe', 'approve', {}],
    ] as const)
      must(await need.act(who, act, body))
    expect(must(await need.rate({ level: 5 })).allowedActs).toEqual(['rate'])
    expect(await need.ask('reopen', { reason: '又来了' })).toMatchObject({
      status: 409,
      body: { code: 'reopen_once' },
    })
  })
  const rest = (entries: number) => Array.from({ length: entries }, () => expect.anything())

  it('come too late on the thirty-first day', async () => {
    const need = await aNeed(server).worked().rated({ level: 5 }).there()
    const closedAt = (await need.row()).closedAt ?? new Date(NaN)
    server.present.set(new Date(closedAt.getTime() + 30 * DAY))
    expect((await need.view()).allowedActs).toContain('reopen')
    server.present.advance(1)
    expect((await need.view()).allowedActs).not.toContain('reopen')
    expect(await need.ask('reopen', { reason: '又来了' })).toMatchObject({
      status: 409,
      body: { code: 'reopen_too_late' },
    })
    server.present.set(new Date(closedAt.getTime() + 24 * HOUR))
  })
})

describe('a return', () => {
  it('comes too late after four working hours', async () => {
    // Tuesday 09:00 in Shanghai; four working hours end at 15:00, the noon break lies between.
    server.present.set(new Date('2026-11-17T01:00:00Z'))
    const need = await aNeed(server).there()
    const dispatchedAt = (await need.orders())[0]?.dispatchedAt ?? new Date(NaN)
    server.present.set(new Date(dispatchedAt.getTime() + 6 * HOUR + 1))
    const before = await trace(need)
    expect(await need.act('chengguan', 'requestReturn', await returning())).toMatchObject({
      status: 422,
      body: { code: 'return_too_late' },
    })
    expect(await trace(need)).toEqual(before)
    server.present.set(new Date(dispatchedAt.getTime() + 6 * HOUR))
    must(await need.act('chengguan', 'requestReturn', await returning()))
  })

  it('suggests a department that exists, with a reason and a legal basis', async () => {
    const need = await aNeed(server).there()
    const before = await trace(need)
    for (const [change, status] of [
      [{ suggestedDepartmentId: unknownId }, 422],
      [{ reason: '不' }, 400],
      [{ legalBasis: '' }, 400],
    ] as const)
      expect((await need.act('chengguan', 'requestReturn', await returning(change))).status).toBe(status)
    expect(await trace(need)).toEqual(before)
  })
})

describe('twenty acceptances at once', () => {
  it('have one winner; the others are told who it is', async () => {
    const need = await aNeed(server).there()
    await Promise.all([need.server.staff('chengguan'), need.server.staff('chengguan2')])
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => need.act(index % 2 ? 'chengguan' : 'chengguan2', 'accept')),
    )
    const winners = answers.filter(({ status }) => status === 200)
    expect(winners).toHaveLength(1)
    const byName = winners[0]?.body.events[0]?.byName ?? ''
    const losers = answers.filter(({ status }) => status === 409)
    expect(losers).toHaveLength(19)
    // The winner's own second tap needs no name.
    const told = losers.filter(({ body }) => body.title.includes(byName))
    expect(told).toHaveLength(10)
    for (const { body } of losers) expect(body.code).toBe('transition_not_allowed')
    expect((await need.events()).filter(({ act }) => act === 'accept')).toHaveLength(1)
  })
})

describe('a failure in the middle of an act', () => {
  /** Without this table the last statement of every act fails. */
  async function withoutOutbox(work: () => Promise<void>): Promise<void> {
    const rename = (from: string, to: string) =>
      server.unitOfWork.run((tx) => tx.query(`ALTER TABLE ${from} RENAME TO ${to}`))
    await rename('outbox', 'outbox_away')
    try {
      await work()
    } finally {
      await rename('outbox_away', 'outbox')
    }
  }

  it('leaves nothing behind', async () => {
    const [fresh, answered] = [await aNeed(server).there(), await aNeed(server).worked().there()]
    const before = [await trace(fresh), await trace(answered)]
    const { reader } = server.unitOfWork
    const rows = async () => [
      await reader.count('Need'),
      await reader.count('Rating'),
      await reader.count('NeedEvent'),
    ]
    const total = await rows()
    await withoutOutbox(async () => {
      for (const asked of [
        fresh.act('chengguan', 'accept'),
        fresh.ask('withdraw'),
        fresh.ask('correctCategory', { categoryId: await idOf(server, 'category', 'environment.dust') }),
        answered.rate({ level: 5 }),
        answered.rate({ level: 1 }),
        aNeed(server)
          .there()
          .then(
            () => ({ status: 201, body: {} }),
            (error: Error) => ({ status: Number(error.message.slice(0, 3)), body: {} }),
          ),
      ])
        expect((await asked).status).toBe(500)
    })
    expect(await rows()).toEqual(total)
    expect([await trace(fresh), await trace(answered)]).toEqual(before)
    expect(await reader.countBy('RoutingExample', { needId: fresh.id })).toBe(0)
    expect((await fresh.orders())[0]?.state).toBe('pending')
  })

  it('lets the same act through afterwards', async () => {
    const need = await aNeed(server).there()
    expect((await need.act('chengguan', 'accept')).status).toBe(200)
  })
})
