import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import {
  allowedActs,
  type ComplaintAct,
  complaintActs,
  complaintStates,
  type ComplaintState,
  DAY,
  HOUR,
  MINUTE,
} from '@minsheng/shared'
import { IsNull } from 'typeorm'
import { mondayMorning, startApp, type TestApp } from '../../test/app.fixture.js'
import { aNeed, aPhoto, get, must, noise, phone, post, tokenOf } from '../handling/a-need.fixture.js'
import { Clock } from '../deadlines/index.js'
import { chainStart } from '../handling/index.js'
import { Outbox } from '../messages/index.js'
import { Notice } from '../messages/notice.entity.js'
import { hashPassword, Staff } from '../people/index.js'
import { insertRows, newId } from '../platform/database/index.js'
import { demonstrationPassword } from '../demonstration/index.js'
import { aComplaint, askedOf, FiledComplaint, measure, passes, queueOf } from './a-complaint.fixture.js'
import { complaintHash } from './complaint-change.js'
import { ComplaintEvent } from './complaint-event.entity.js'
import { ComplaintEvidence } from './complaint-evidence.entity.js'
import type { ComplaintView, PublicComplaintPage } from './complaint.dto.js'
import { Complaint } from './index.js'

let server: TestApp
beforeAll(async () => {
  server = await startApp()
  await server.unitOfWork.run(async (tx) => {
    const third = {
      ...{ id: newId(mondayMorning), account: 'duban3', name: '第三督办', roles: ['supervisor' as const] },
      passwordHash: await hashPassword(demonstrationPassword),
      ...{ departmentId: null, areaId: null, isActive: true, createdAt: mondayMorning },
    }
    await insertRows(tx, Staff, [third])
  })
})
afterAll(() => server.stop())
afterEach(async () => {
  server.present.set(mondayMorning)
  await server.unitOfWork.run(async (tx) => {
    const tables = [Complaint, ComplaintEvent, ComplaintEvidence, Clock, Notice, Outbox]
    for (const entity of tables) await tx.clear(entity)
  })
})

const escalated = async () =>
  must(await server.call<PublicComplaintPage>('GET', '/complaints/escalated')).items
const noticesOf = async (who: string) =>
  must(await get<{ items: { words: string }[] }>(server, who, '/notices')).items.map(({ words }) => words)

describe('the table of acts, over HTTP', () => {
  const acts = [...new Set(complaintActs.map(({ act }) => act))].filter(
    (act) => !['file', 'escalate', 'giveUp'].includes(act),
  )
  /** What the table allows, less what a guard of this very complaint forbids. */
  const forbidden: Partial<Record<ComplaintState, ComplaintAct[]>> = { escalated: ['respond'] }

  it.each(complaintStates)(
    'of one that is %s: what it allows is done, all else changes nothing',
    async (state) => {
      for (const actor of ['complainant', 'supervisor'] as const) {
        const open = allowedActs(complaintActs, state, [actor])
        const allowed = open.filter((act) => !forbidden[state]?.includes(act))
        for (const act of acts) {
          const complaint = await aComplaint(server, state)
          const before = await complaint.row()
          // Whoever has answered does not answer again; the third of the office has done nothing yet.
          const { status, body } = await complaint.act(
            act,
            undefined,
            actor === 'complainant' ? phone : 'duban3',
          )
          if (allowed.includes(act)) {
            const ends = complaintActs.filter((row) => row.act === act && row.from.includes(state))
            expect([status, ends.map(({ to }) => to)]).toEqual([200, expect.arrayContaining([body.state])])
          } else {
            expect([403, 409, 422]).toContain(status)
            expect(await complaint.row()).toEqual(before)
          }
        }
      }
    },
    120_000,
  )

  it('tells what is allowed instead', async () => {
    const complaint = await aComplaint(server, 'responded')
    expect((await complaint.act('answer', undefined, 'duban')).body).toMatchObject({
      status: 409,
      code: 'transition_not_allowed',
      state: 'responded',
      allowed: ['investigate', 'void'],
    })
  })
})

describe('the investigation', () => {
  it('asks the accused department, which sends evidence and sees nothing of the complainant', async () => {
    const need = await aNeed(server, { anonymous: true }).worked().there()
    const complaint = await aComplaint(server, 'investigating', { need, body: { words: '答复是编的' } })
    const [asked, ...more] = await askedOf(server, 'chengguan-lingdao')
    expect(more).toEqual([])
    expect(asked).toMatchObject({
      receiptNo: need.filed.receiptNo,
      question: '请说明到场和处理的经过',
      dueAt: '2026-11-17T10:00:00.000Z',
    })
    for (const secret of [phone, '答复是编的', complaint.id, (await complaint.row()).residentId])
      expect(JSON.stringify(asked)).not.toContain(secret)
    const photo = await aPhoto(server, 'chengguan-shenhe')
    const path = `/complaint-evidence/${asked?.id ?? ''}/acts/send`
    const sent = { text: '11 月 15 日到场，有照片和约谈记录', attachmentIds: [photo] }
    expect(must(await post(server, 'chengguan-shenhe', path, sent))).toMatchObject({ senderName: '侯正阳' })
    expect((await post(server, 'chengguan-lingdao', path, sent)).body).toMatchObject({
      code: 'evidence_not_asked',
    })
    expect(await queueOf(server, 'investigating')).toMatchObject([
      { evidence: { text: sent.text, senderName: '侯正阳', attachments: [{ id: photo }] } },
    ])
    expect(await complaint.row()).toMatchObject({ state: 'investigating' })
    expect(JSON.stringify(await complaint.view())).not.toContain(sent.text)
  })

  it('is no business of another department, nor of the handler who is accused', async () => {
    await aComplaint(server, 'investigating')
    const [asked] = await askedOf(server, 'chengguan-lingdao')
    expect(await askedOf(server, 'zhujian-lingdao')).toEqual([])
    const path = `/complaint-evidence/${asked?.id ?? ''}/acts/send`
    const body = { text: '我们已经办好了，请放心' }
    expect((await post(server, 'zhujian-lingdao', path, body)).status).toBe(404)
    for (const who of ['chengguan', 'duban', 'fenpai', phone])
      expect((await post(server, who, path, body)).status).toBe(403)
  })

  it('that brings no evidence within one workday goes on, and both sides are told', async () => {
    const complaint = await aComplaint(server, 'investigating')
    await passes(server, DAY + 12 * HOUR)
    expect((await noticesOf('duban')).join()).toContain('没有按时报送')
    expect((await noticesOf('chengguan-lingdao')).join()).toContain('已过期未报')
    must(await complaint.act('answer', undefined, 'duban'))
    expect(await askedOf(server, 'chengguan-lingdao')).toEqual([])
  })

  it('has 5 workdays from the tap, a complex one 15, and one extension of at most 10', async () => {
    const plain = await aComplaint(server, 'responded')
    expect((await plain.view()).answerDueAt).toBe('2026-11-23T10:00:00.000Z')
    must(await plain.act('investigate', { question: '请说明经过', isComplex: true }, 'duban'))
    expect((await plain.view()).answerDueAt).toBe('2026-12-07T10:00:00.000Z')
    for (const workdays of [0, 11, 1.5])
      expect((await plain.act('extend', { workdays, reason: '需要委托检测' }, 'duban')).status).toBe(400)
    must(await plain.act('extend', undefined, 'duban'))
    expect((await plain.view()).answerDueAt).toBe('2026-12-10T10:00:00.000Z')
    expect((await plain.act('extend', undefined, 'duban')).body).toMatchObject({ code: 'extended_once' })
  })
})

describe('the answer', () => {
  it('says what was found, what is done and by when, and who says so', async () => {
    const complaint = await aComplaint(server, 'investigating')
    const body = { finding: 'partlyTrue', measure, measureUntil: '2026-12-01' }
    must(await complaint.act('answer', body, 'duban'))
    expect(await complaint.view()).toMatchObject({
      state: 'answered',
      answer: { ...body, answererName: '纪长青' },
      dueAt: new Date(server.present.now().getTime() + 7 * DAY).toISOString(),
      allowedActs: ['addWords', 'confirm', 'refuse', 'withdraw'],
    })
    must(await complaint.act('confirm'))
    const { needId, ...row } = await complaint.row()
    expect(row).toMatchObject({ state: 'resolved', openKey: null, endedAt: expect.any(Date) })
    const clocks = await server.unitOfWork.reader.findBy(Clock, { needId: needId ?? '', stoppedAt: IsNull() })
    expect(clocks.filter(({ kind }) => kind.startsWith('complaint'))).toEqual([])
  })

  it('that is not accepted is rechecked by another person, within 5 workdays', async () => {
    const complaint = await aComplaint(server, 'rechecking')
    expect(await complaint.row()).toMatchObject({ rechecks: 1, answeredAt: null })
    expect((await complaint.act('answer', undefined, 'duban')).body).toMatchObject({
      status: 422,
      code: 'another_person',
    })
    expect(must(await complaint.act('answer', undefined, 'duban2')).state).toBe('answered')
  })

  it('that is not accepted again is escalated and public, without a word of whose it is', async () => {
    const need = await aNeed(server).worked().there()
    const complaint = await aComplaint(server, 'escalated', { need, body: { words: '答复是编的' } })
    const shown = await escalated()
    expect(shown).toMatchObject([{ cause: 'refused', departmentName: '城市管理局', state: 'escalated' }])
    const { residentId } = await complaint.row()
    for (const secret of [phone, residentId, need.id, need.filed.receiptNo, '编的', noise])
      expect(JSON.stringify(shown)).not.toContain(secret)
    must(await complaint.act('answer', undefined, 'duban3'))
    expect(must(await complaint.act('refuse')).state).toBe('unresolved')
    expect(await escalated()).toMatchObject([{ state: 'unresolved', endedAt: expect.any(String) }])
  })

  it('that nobody confirms for 7 days is asked about once more', async () => {
    const complaint = await aComplaint(server, 'answered')
    await passes(server, 7 * DAY + MINUTE)
    expect((await noticesOf(phone)).join()).toContain('等我们给您打电话')
    expect((await complaint.row()).state).toBe('answered')
  })
})

describe('escalation', () => {
  it('comes when the answer is overdue, by itself', async () => {
    const complaint = await aComplaint(server, 'investigating')
    await passes(server, 8 * DAY)
    expect(await complaint.row()).toMatchObject({ state: 'escalated', escalationCause: 'overdue' })
    for (const who of ['duban', 'lingdao', 'chengguan-lingdao'])
      expect((await noticesOf(who)).join()).toContain('提级督办')
    expect(must(await complaint.act('answer', undefined, 'duban')).state).toBe('answered')
  })

  it('comes also of one that nobody has responded to; then somebody has to call first', async () => {
    const complaint = await aComplaint(server)
    await passes(server, 8 * DAY)
    expect((await complaint.act('answer', undefined, 'duban')).body).toMatchObject({ code: 'respond_first' })
    expect(must(await complaint.act('respond', undefined, 'duban')).state).toBe('escalated')
    expect(must(await complaint.act('answer', undefined, 'duban')).state).toBe('answered')
  })

  it('comes of the third complaint about one department and one matter in 30 days', async () => {
    const states = async (all: FiledComplaint[]) =>
      Promise.all(all.map(async (each) => (await each.row()).state))
    const old = await aComplaint(server)
    must(await old.act('withdraw'))
    const all = [await aComplaint(server, 'resolved'), await aComplaint(server, 'responded')]
    await passes(server, MINUTE)
    expect(await states(all)).toEqual(['resolved', 'responded'])
    all.push(await aComplaint(server))
    await passes(server, MINUTE)
    expect(await states(all)).toEqual(['resolved', 'escalated', 'escalated'])
    expect(await escalated()).toMatchObject([{ cause: 'repeated' }, { cause: 'repeated' }])
  })
})

describe('what is void', () => {
  it('is signed by two of the supervision office', async () => {
    const complaint = await aComplaint(server, 'responded')
    must(await complaint.act('void', undefined, 'duban'))
    expect(await queueOf(server, 'responded')).toMatchObject([
      { state: 'responded', voidReason: '与前一件重复', voidSignerName: '纪长青' },
    ])
    expect((await complaint.act('void', undefined, 'duban')).body).toMatchObject({
      status: 422,
      code: 'void_other_person',
    })
    must(await complaint.act('void', undefined, 'duban2'))
    expect(await complaint.view()).toMatchObject({
      ...{ state: 'void', stateWords: '不成立', isDismissed: true, allowedActs: [] },
    })
  })

  it('is withdrawn, not dismissed, when the complainant is faster than the second signature', async () => {
    const complaint = await aComplaint(server, 'responded')
    must(await complaint.act('void', undefined, 'duban'))
    must(await complaint.act('withdraw'))
    expect(await complaint.view()).toMatchObject({
      ...{ state: 'void', stateWords: '已撤回', isDismissed: false, allowedActs: [] },
    })
  })
})

describe('the service as such', () => {
  const file = (body: object = {}) => post<ComplaintView>(server, phone, '/complaints', body)

  it('is complained about by one tap, once while it is open', async () => {
    const complaint = must(await file())
    expect(complaint).toMatchObject({ about: 'service', needId: null, receiptNo: null, state: 'filed' })
    expect(must(await file({ words: '热线一直打不通' }))).toMatchObject({
      id: complaint.id,
      words: '热线一直打不通',
    })
    expect(await queueOf(server, 'filed')).toMatchObject([
      { id: complaint.id, departmentName: null, phoneMasked: '199****0001', workOrderId: null },
    ])
    const reveal = `/complaints/${complaint.id}/contact-phone`
    expect(must(await post(server, 'duban', reveal, { reason: '投诉响应' }))).toEqual({ phone })
  })

  it('has the same 24 hours and the same warnings', async () => {
    must(await file())
    await passes(server, 12 * HOUR + MINUTE)
    expect((await noticesOf('duban')).join()).toContain('12 小时没有响应')
    await passes(server, 8 * HOUR)
    expect((await noticesOf('lingdao')).join()).toContain('20 小时')
    await passes(server, 4 * HOUR)
    expect((await noticesOf('duban')).join()).toContain('满 24 小时')
  })

  it('goes the whole way to the end, and another one can follow', async () => {
    const { id } = must(await file())
    for (const [act, who] of [
      ['respond', 'duban'],
      ['investigate', 'duban'],
      ['answer', 'duban'],
      ['confirm', phone],
    ] as const)
      must(await new FiledComplaint(server, id).act(act, undefined, who))
    expect(must(await file()).id).not.toBe(id)
  })

  it('counts one when ten fingers tap at once', async () => {
    await tokenOf(server, phone)
    const answers = await Promise.all(Array.from({ length: 10 }, () => file()))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  })
})

describe('photos and voice', () => {
  it('can follow the tap; complainant and office see them, the department does not', async () => {
    const need = await aNeed(server).worked().there()
    const complaint = await aComplaint(server, 'filed', { need })
    const photo = await aPhoto(server, phone)
    must(await complaint.act('addWords', { attachmentIds: [photo] }))
    expect((await complaint.view()).attachments).toMatchObject([{ id: photo, kind: 'photo' }])
    expect(await queueOf(server, 'filed')).toMatchObject([{ attachments: [{ id: photo }] }])
    expect(JSON.stringify(must(await get(server, 'chengguan', await need.orderPath())))).not.toContain(photo)
    expect((await complaint.act('addWords', { attachmentIds: [photo] })).body).toMatchObject({
      status: 422,
      code: 'attachment_unknown',
    })
    expect((await complaint.act('addWords', {})).status).toBe(400)
  })
})

describe('who is accused', () => {
  it.each(['chengguan', 'chengguan-shenhe', 'chengguan-lingdao', 'fenpai', 'lingdao', 'guanli', 'wangge'])(
    '%s can do nothing with a complaint in any state',
    async (who) => {
      const complaint = await aComplaint(server, 'answered')
      const before = await complaint.row()
      for (const act of [
        'respond',
        'investigate',
        'extend',
        'answer',
        'void',
        'confirm',
        'refuse',
        'withdraw',
      ])
        expect((await complaint.act(act, undefined, who)).status).toBe(403)
      for (const path of ['/complaints', '/complaints/mine'])
        expect((await get(server, who, path)).status).toBe(403)
      expect(await complaint.row()).toEqual(before)
    },
  )
})

it('keeps every act in the chain of the complaint, also of time', async () => {
  const complaint = await aComplaint(server, 'rechecking')
  await passes(server, 9 * DAY)
  const events = await server.unitOfWork.reader.find(ComplaintEvent, {
    where: { complaintId: complaint.id },
    order: { sequence: 'ASC' },
  })
  expect(events.map(({ act, actorKind }) => `${act} ${actorKind}`)).toEqual([
    'file resident',
    'respond staff',
    'investigate staff',
    'answer staff',
    'refuse resident',
    'escalate system',
  ])
  let before = chainStart
  for (const event of events) {
    expect([event.previousHash, complaintHash(event)]).toEqual([before, event.hash])
    before = event.hash
  }
})
