import { expect } from '@jest/globals'
import { MINUTE } from '@minsheng/shared'
import { randomUUID } from 'node:crypto'
import { Uploads } from '../attachments/index.js'
import { Clock } from '../deadlines/index.js'
import { Outbox, Relay } from '../messages/index.js'
import { Areas } from '../places/index.js'
import type { Answered, TestApp } from '../../test/app.fixture.js'
import { NeedEvent } from './need-event.entity.js'
import type { NeedView } from './need.dto.js'
import { Need } from './need.entity.js'
import type { WorkOrderView } from './work-order.dto.js'
import { WorkOrder } from './work-order.entity.js'

/** Goes to the city management bureau at once: ordinary, reviewed, without evidence. */
export const noise = '工地夜里施工噪音太大，半夜还在打桩，老人孩子睡不着'
/** Goes to the city management bureau at once: ordinary, reviewed, the answer needs a photo. */
export const streetLamp = '小区南门的路灯坏了半个月，老人晚上出门看不清台阶'
/** Says nothing from which a category follows. */
export const vague = '希望帮忙看一下我们这里的情况，大家都很着急'
/** Its category is clear, but no rule says whose it is. */
export const dogs = '有人遛狗不牵绳，流浪狗也多，孩子不敢下楼'

export const phone = '19900000001'
const answerText = '已到现场核实并督促施工单位整改，夜间十点后不再打桩，今晚起生效'

/** A problem, an answer, whatever came back. */
type Json = Record<string, unknown>

interface Token {
  value: string
  since: number
}
const tokens = new WeakMap<TestApp, Map<string, Token>>()

/** The access token of a staff account or of a resident's phone; signs in again when the old one has run out. */
export async function tokenOf(server: TestApp, who: string): Promise<string> {
  const known = tokens.get(server) ?? new Map<string, Token>()
  tokens.set(server, known)
  const now = server.present.now().getTime()
  const token = known.get(who)
  if (token && Math.abs(now - token.since) < 10 * MINUTE) return token.value
  const value = await (/^\d+$/.test(who) ? server.resident(who) : server.staff(who))
  known.set(who, { value, since: now })
  return value
}

export async function get<Body = Json>(server: TestApp, who: string, path: string): Promise<Answered<Body>> {
  return server.call<Body>('GET', path, { as: await tokenOf(server, who) })
}

export async function post<Body = Json>(
  server: TestApp,
  who: string,
  path: string,
  body: object = {},
  key: string = randomUUID(),
): Promise<Answered<Body>> {
  return server.post<Body>(path, await tokenOf(server, who), body, key)
}

/** The id of an area of the district, by its name. */
export async function areaOf(server: TestApp, name: string): Promise<string> {
  const area = (await server.app.get(Areas).all()).find((each) => each.name === name)
  if (!area) throw new Error(`there is no ${name}`)
  return area.id
}

/** The ids of what the seed names by a code. */
export async function idOf(
  server: TestApp,
  entity: 'category' | 'department',
  code: string,
): Promise<string> {
  const found = await server.unitOfWork.reader.findOneBy<{ id: string; code: string }>(entity, { code })
  if (!found) throw new Error(`there is no ${entity} ${code}`)
  return found.id
}

/** A red square as PNG. */
const photoBytes = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAFElEQVQYlWM4ISeHBzGMSsthCRYAxWFlkQAj5+wAAAAASUVORK5CYII=',
  'base64',
)
/** Where the photos of the tests are taken, unless they say nothing of it. */
const spot = { latitude: 24.48, longitude: 118.09 }

/**
 * An uploaded photo of a resident's phone or of a staff account, which says when and where it was taken; answers
 * its id.
 */
export async function aPhoto(
  server: TestApp,
  who: string,
  note: { takenAt?: string; latitude?: number; longitude?: number } = {
    takenAt: server.present.now().toISOString(),
    ...spot,
  },
): Promise<string> {
  const { body } = await get<{ id: string }>(server, who, '/people/me')
  const person = { id: body.id, kind: 'staff', roles: [], departmentId: null, areaId: null } as const
  return (await server.app.get(Uploads).acceptBytes(person, photoBytes, note)).id
}

/** A filed need and what one does with it by HTTP. */
export class FiledNeed {
  constructor(
    readonly server: TestApp,
    readonly by: string,
    readonly filed: NeedView,
  ) {}

  get id(): string {
    return this.filed.id
  }

  /** As its complainant sees it. */
  async view(): Promise<NeedView> {
    return must(await get<NeedView>(this.server, this.by, `/needs/${this.id}`))
  }

  async row(): Promise<Need> {
    return this.server.unitOfWork.reader.findOneByOrFail(Need, { id: this.id })
  }

  /** Its orders, the oldest first. */
  async orders(): Promise<WorkOrder[]> {
    const order = { round: 'ASC', dispatchedAt: 'ASC' } as const
    return this.server.unitOfWork.reader.find(WorkOrder, { where: { needId: this.id }, order })
  }

  async events(): Promise<NeedEvent[]> {
    const { reader } = this.server.unitOfWork
    return reader.find(NeedEvent, { where: { needId: this.id }, order: { sequence: 'ASC' } })
  }

  /** Its clocks by kind, the running one of two: those of the need and of the newest order of its lead. */
  async clocks(): Promise<Partial<Record<Clock['kind'], Clock>>> {
    const newest = (await this.orders()).findLast(({ role }) => role === 'lead')
    const clocks = await this.server.unitOfWork.reader.findBy(Clock, { needId: this.id })
    const own = clocks
      .filter(({ workOrderId }) => !workOrderId || workOrderId === newest?.id)
      .sort((a, b) => Number(b.stoppedAt !== null) - Number(a.stoppedAt !== null))
    return Object.fromEntries(own.map((clock) => [clock.kind, clock]))
  }

  /** How many rows the need has in each table that an act writes to. */
  async counts(): Promise<Record<'events' | 'clocks' | 'open' | 'outbox' | 'orders', number>> {
    const { reader } = this.server.unitOfWork
    const where = { needId: this.id }
    const clocks = await reader.findBy(Clock, where)
    return {
      events: await reader.countBy(NeedEvent, where),
      clocks: clocks.length,
      open: clocks.filter(({ stoppedAt }) => !stoppedAt).length,
      outbox: await reader.countBy(Outbox, where),
      orders: await reader.countBy(WorkOrder, where),
    }
  }

  /** The path of the newest order of its lead, or of a department that assists. */
  async orderPath(assisting?: string): Promise<string> {
    const departmentId = assisting && (await idOf(this.server, 'department', assisting))
    const order = (await this.orders()).findLast((each) =>
      departmentId ? each.departmentId === departmentId : each.role === 'lead',
    )
    if (!order) throw new Error('the need has no such order')
    return `/work-orders/${order.id}`
  }

  /** An act on the newest order of its lead. */
  async act(who: string, act: string, body: object = {}): Promise<Answered<WorkOrderView & Json>> {
    return post(this.server, who, `${await this.orderPath()}/acts/${act}`, body)
  }

  /** An act on the order of a department that assists. */
  async actOf(
    assisting: string,
    who: string,
    act: string,
    body: object = {},
  ): Promise<Answered<WorkOrderView & Json>> {
    return post(this.server, who, `${await this.orderPath(assisting)}/acts/${act}`, body)
  }

  /** An act on the need itself; by the complainant unless said otherwise. */
  async ask(act: string, body: object = {}, who = this.by): Promise<Answered<NeedView & Json>> {
    return post(this.server, who, `/needs/${this.id}/acts/${act}`, body)
  }

  async rate(body: object, who = this.by): Promise<Answered<NeedView & Json>> {
    return post(this.server, who, `/needs/${this.id}/rating`, body)
  }
}

/** What its complainant was told of it, the oldest first. */
export async function noticesOf(need: FiledNeed): Promise<string[]> {
  await need.server.app.get(Relay).drain()
  const { reader } = need.server.unitOfWork
  const notices = await reader.find<{ words: string; id: string }>('notice', {
    where: { needId: need.id } as never,
    order: { id: 'ASC' } as never,
  })
  return notices.map(({ words }) => words)
}

/** Asserts a refusal with a Chinese title that left the need as it was before `attempt`. */
export async function refuses(
  need: FiledNeed,
  attempt: () => Promise<Answered<Json>>,
  status: number,
  code: string,
): Promise<void> {
  const before = { ...(await need.counts()), row: await need.row() }
  const got = await attempt()
  expect({ status: got.status, code: got.body.code }).toEqual({ status, code })
  expect(got.body.title).toMatch(/\p{Script=Han}/u)
  expect({ ...(await need.counts()), row: await need.row() }).toEqual(before)
}

/** The body of an answer that the arrangement had no reason to expect as a refusal. */
export function must<Body>({ status, body }: Answered<Body>): Body {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

/**
 * The story of a need, told up to the point where a test begins; a minute passes before each step:
 * `await aNeed(server).accepted().contacted().there()`.
 */
class Story {
  private readonly steps: ((need: FiledNeed) => Promise<Answered<unknown>>)[] = []

  constructor(
    private readonly server: TestApp,
    private readonly body: object,
    private readonly by: string,
  ) {}

  dispatchedTo = (department: string, category: string): this =>
    this.step(async (need) =>
      need.ask(
        'dispatch',
        {
          categoryId: await idOf(this.server, 'category', category),
          departmentId: await idOf(this.server, 'department', department),
        },
        'fenpai',
      ),
    )
  accepted = (who = 'chengguan'): this => this.step((need) => need.act(who, 'accept'))
  contacted = (who = 'chengguan'): this =>
    this.step((need) => need.act(who, 'contact', { how: 'phone', note: '内部记录：情绪激动' }))
  answered = (who = 'chengguan', text = answerText, attachmentIds: string[] = []): this =>
    this.step((need) => need.act(who, 'submitAnswer', { text, result: 'solved', attachmentIds }))
  approved = (who = 'chengguan-shenhe'): this => this.step((need) => need.act(who, 'approve'))
  sentBack = (who = 'chengguan-shenhe'): this =>
    this.step((need) => need.act(who, 'sendBack', { reason: '内部意见：写得太空' }))
  returned = (who = 'chengguan', suggested = 'shengtai'): this =>
    this.step(async (need) =>
      need.act(who, 'requestReturn', {
        reason: '内部理由：不归我们管',
        legalBasis: '三定方案第四条',
        suggestedDepartmentId: await idOf(this.server, 'department', suggested),
      }),
    )
  decidedFor = (department: string): this =>
    this.step(async (need) =>
      need.act('fenpai', 'decideReturn', {
        departmentId: await idOf(this.server, 'department', department),
        note: '内部裁决：按三定方案',
      }),
    )
  /** Departments that the lead calls to help. */
  helpedBy = (...departments: string[]): this =>
    this.step(async (need) =>
      need.act('chengguan', 'assist', {
        departmentIds: await Promise.all(departments.map((code) => idOf(this.server, 'department', code))),
        reason: '内部请求：一起到现场',
      }),
    )
  /** One that helps, from its queue to its approved answer. */
  helped = (department: string): this =>
    this.step((need) => need.actOf(department, department, 'accept'))
      .step((need) => need.actOf(department, department, 'contact', { how: 'visit', note: '到现场看过' }))
      .step((need) =>
        need.actOf(department, department, 'submitAnswer', {
          text: '协助办理：已派人到现场检查，并把结果告诉了主办单位',
          result: 'explained',
        }),
      )
      .step((need) => need.actOf(department, `${department}-shenhe`, 'approve'))
  asked = (question = '请问是哪一栋楼旁边的工地？'): this =>
    this.step((need) => need.ask('ask', { question }, 'chengguan'))
  extensionAsked = (workdays = 2): this =>
    this.step((need) => need.act('chengguan', 'extend', { workdays, reason: '要等设备到货' }))
  /** Any other act on the need. */
  then = (act: string, body: object = {}, who = this.by): this =>
    this.step((need) => need.ask(act, body, who))
  /** Two bad ratings, and the answer after them: the third round, where a supervisor reviews. */
  workedThreeTimes = (): this =>
    this.worked()
      .rated({ level: 1 })
      .accepted()
      .contacted()
      .answered('chengguan', '再次约谈施工单位，安排专人每晚值守到十二点，请您监督')
      .approved()
      .rated({ level: 2 })
      .accepted()
      .contacted()
      .answered('chengguan', '已吊销该工地的夜间施工许可，并在小区公告栏公示结果')
      .approved('duban')
  rated = (body: object): this => this.step((need) => need.rate(body))
  /** From the queue to the answer that the resident reads. */
  worked = (text = answerText): this => this.accepted().contacted().answered('chengguan', text).approved()

  async there(): Promise<FiledNeed> {
    const areaId = await areaOf(this.server, '望江门社区')
    const filed = await post<NeedView>(this.server, this.by, '/needs', {
      text: noise,
      areaId,
      ...this.body,
    })
    const need = new FiledNeed(this.server, this.by, must(filed))
    for (const step of this.steps) {
      this.server.present.advance(MINUTE)
      must(await step(need))
    }
    return need
  }

  step(step: (need: FiledNeed) => Promise<Answered<unknown>>): this {
    this.steps.push(step)
    return this
  }
}

export const aNeed = (server: TestApp, body: object = {}, by = phone): Story => new Story(server, body, by)
