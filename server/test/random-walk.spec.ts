import { afterAll, beforeAll, expect, it } from '@jest/globals'
import {
  DAY,
  needActs,
  needStates,
  type Pause,
  plusDays,
  shanghaiDate,
  workOrderActs,
  workOrderStates,
} from '@minsheng/shared'
import { randomUUID } from 'node:crypto'
import { IsNull } from 'typeorm'
import { Clock, Deadlines, TimerEngine } from '../src/deadlines/index.js'
import { Ratings } from '../src/feedback/index.js'
import { idOf, vague } from '../src/handling/a-need.fixture.js'
import {
  Assisting,
  brokenAt,
  Concluding,
  Extending,
  Merging,
  Need,
  NeedActs,
  NeedEvent,
  Planning,
  Supplementing,
  WorkOrder,
  WorkOrderActs,
} from '../src/handling/index.js'
import { replayedClocks } from '../src/handling/replaying-clocks.fixture.js'
import { replayed } from '../src/handling/replaying.fixture.js'
import { Intake } from '../src/intake/index.js'
import { type Person, Resident, Staff } from '../src/people/index.js'
import { Area } from '../src/places/index.js'
import type { Tx } from '../src/platform/database/index.js'
import { Problem } from '../src/platform/problem.js'
import { mondayMorning, startApp, type TestApp } from './app.fixture.js'
import { acts, type Attempt, departments, ReferenceNeed, type Who } from './reference-need.fixture.js'

/** `WALK_ACTS=1000000 WALK_SEED=7 pnpm --filter @minsheng/server test random-walk` walks farther, or elsewhere. */
const ACTS = Number(process.env.WALK_ACTS ?? 100_000)
const SEED = Number(process.env.WALK_SEED ?? 1)
/** Attempts with one need; most of them are refused. */
const ATTEMPTS = 200
/** So many more when nothing can become of it any more. */
const AFTERWARDS = 12
const astray: ReadonlySet<string> = new Set([
  ...['withdraw', 'reject', 'correctCategory', 'merge', 'ask', 'plan', 'wait', 'requestReturn', 'assist'],
  ...['waive', 'rateWell', 'sendBack'],
])

let server: TestApp
let walk: Walk
beforeAll(async () => {
  server = await startApp()
  walk = new Walk(server, chance(SEED))
  await walk.prepare()
}, 60_000)
afterAll(() => server.stop())

// The rules are the same on every database: on MariaDB it walks when somebody says how far.
;(process.env.TEST_DATABASE_URL && !process.env.WALK_ACTS ? it.skip : it)(
  'the server and the reference agree on every act of a long walk',
  async () => {
    while (walk.attempts < ACTS) await walk.oneNeed()
    const { attempts, done, refused } = walk
    process.stdout.write(`${attempts} acts of seed ${SEED}: ${done} done, ${refused} refused\n`)
    expect(walk.statesSeen.size).toBe(needStates.length)
    expect(walk.orderStatesSeen.size).toBe(workOrderStates.length)
    expect([...walk.actsSeen].filter((act) => !acts.some((each) => each === act))).toEqual([])
    expect(acts.filter((act) => !walk.actsSeen.has(act))).toEqual([])
    expect(walk.edges).toBeGreaterThan(needActs.length + workOrderActs.length)
  },
  7_200_000,
)

type Run = (tx: Tx, by: Person, attempt: Attempt, orderId: string) => Promise<unknown>

class Walk {
  attempts = 0
  done = 0
  refused = 0
  readonly statesSeen = new Set<string>()
  readonly orderStatesSeen = new Set<string>()
  readonly actsSeen = new Set<string>()
  private readonly edgesSeen = new Set<string>()
  private readonly people = new Map<string, Person>()
  private readonly departmentIds = new Map<string, string>()
  private readonly runs: Readonly<Record<string, Run>>
  private who: Who[] = []
  private category = ''
  private other = ''
  private areaId = ''
  private masterId = ''
  private needId = ''
  private texts = 0

  constructor(
    private readonly server: TestApp,
    private readonly next: () => number,
  ) {
    this.runs = this.runsOf()
  }

  get edges(): number {
    return this.edgesSeen.size
  }

  async prepare(): Promise<void> {
    const { reader } = this.server.unitOfWork
    for (const staff of await reader.find(Staff)) {
      const { id, roles, departmentId, areaId } = staff
      this.people.set(staff.account, { id, kind: 'staff', roles, departmentId, areaId })
    }
    const residents = await reader.find(Resident, { take: 2, order: { id: 'ASC' } })
    for (const [index, { id }] of residents.entries())
      this.people.set(`resident${index}`, {
        id,
        kind: 'resident',
        roles: ['resident'],
        departmentId: null,
        areaId: null,
      })
    for (const code of departments) this.departmentIds.set(code, await idOf(this.server, 'department', code))
    this.category = await idOf(this.server, 'category', 'housing.property')
    this.other = await idOf(this.server, 'category', 'medical.service')
    this.areaId = (await reader.findOneByOrFail(Area, { level: 'community' })).id
    const as = (account: string, role: Who['role'], department: Who['department'] = null): Who => ({
      account,
      role,
      department,
    })
    this.who = [
      as('resident0', 'complainant'),
      as('resident0', 'complainant'),
      as('resident1', 'stranger'),
      as('chengguan2', 'handler', 'chengguan'),
      ...departments.flatMap((each) => [as(each, 'handler', each), as(`${each}-shenhe`, 'reviewer', each)]),
      ...['fenpai', 'fenpai2'].map((each) => as(each, 'dispatcher')),
      ...['duban', 'duban2'].map((each) => as(each, 'supervisor')),
    ]
    this.masterId = await this.file()
    await this.server.unitOfWork.run((tx) =>
      this.server.app.get(NeedActs).dispatch(tx, this.person('fenpai3'), this.masterId, {
        categoryId: this.category,
        departmentId: this.departmentIds.get('zhujian'),
      }),
    )
  }

  /** The life of one need: whatever comes, until the attempts are used up. */
  async oneNeed(): Promise<void> {
    this.server.present.set(mondayMorning)
    this.needId = await this.file()
    const reference = new ReferenceNeed()
    const orderIds: string[] = []
    const story: string[] = []
    for (let left = ATTEMPTS; left > 0; left -= 1) {
      const attempt = this.draw(reference)
      if (reference.isUnsure(attempt)) continue
      await this.attempt(attempt, { reference, orderIds, story })
      if (reference.isOver) left = Math.min(left, AFTERWARDS)
    }
    await this.finish(reference, orderIds, story)
  }

  private async attempt(
    attempt: Attempt,
    { reference, orderIds, story }: { reference: ReferenceNeed; orderIds: string[]; story: string[] },
  ): Promise<void> {
    this.attempts += 1
    this.server.present.advance(1_000)
    const isAllowed = reference.allows(attempt)
    const said = `${attempt.who.account} ${attempt.act} ${attempt.order} ${attempt.department}`
    const where = `${reference.state} ${reference.orders[attempt.order]?.state ?? ''}`
    const code =
      isAllowed || attempt.act !== 'wait' ? await this.run(attempt, orderIds[attempt.order] ?? '') : 'time'
    const problem = `seed ${SEED}: ${story.join('; ')}; then ${said} in ${where}: ${code ?? 'done'}`
    if ((code === undefined) !== isAllowed) throw new Error(problem)
    this.edgesSeen.add(`${attempt.act} ${where} ${isAllowed}`)
    if (!isAllowed) {
      this.refused += 1
      return
    }
    this.done += 1
    this.actsSeen.add(attempt.act)
    story.push(said)
    reference.apply(attempt)
    await this.compare(reference, orderIds, problem)
  }

  /** @returns the code of the refusal; undefined when it was done */
  private async run(attempt: Attempt, orderId: string): Promise<string | undefined> {
    const run = this.runs[attempt.act]
    if (attempt.act === 'wait') {
      this.server.present.advance(20 * DAY)
      await this.server.app.get(TimerEngine).sweep()
      return undefined
    }
    if (!run) throw new Error(`nobody knows how to ${attempt.act}`)
    try {
      await this.server.unitOfWork.run((tx) => run(tx, this.person(attempt.who.account), attempt, orderId))
      return undefined
    } catch (error) {
      if (!(error instanceof Problem) || Number(error.status) >= 500) throw error
      return error.code
    }
  }

  private async compare(reference: ReferenceNeed, orderIds: string[], problem: string): Promise<void> {
    const { reader } = this.server.unitOfWork
    const need = await reader.findOneByOrFail(Need, { id: this.needId })
    const orders = await reader.find(WorkOrder, { where: { needId: this.needId }, order: { id: 'ASC' } })
    for (const { id } of orders) if (!orderIds.includes(id)) orderIds.push(id)
    const byId = new Map(orders.map((order) => [order.id, order]))
    const states = orderIds.map((id) => {
      const { state, role, round, departmentId } = byId.get(id) ?? orders[0] ?? ({} as WorkOrder)
      return `${state} ${role} ${round} ${departmentId}`
    })
    const expected = reference.orders.map(
      ({ state, role, round, department }) =>
        `${state} ${role} ${round} ${this.departmentIds.get(department) ?? ''}`,
    )
    this.statesSeen.add(need.state)
    for (const { state } of orders) this.orderStatesSeen.add(state)
    const got = { state: need.state, round: need.round, orders: states }
    const wanted = { state: reference.state, round: reference.round, orders: expected }
    if (JSON.stringify(got) !== JSON.stringify(wanted))
      throw new Error(`${problem}\nis ${JSON.stringify(got)}\nnot ${JSON.stringify(wanted)}`)
  }

  /** What was refused has left no trace, and the past tells the present. */
  private async finish(reference: ReferenceNeed, orderIds: string[], story: string[]): Promise<void> {
    const { reader } = this.server.unitOfWork
    await this.compare(reference, orderIds, `seed ${SEED}: after all of ${story.join('; ')}`)
    const need = await reader.findOneByOrFail(Need, { id: this.needId })
    const events = await reader.find(NeedEvent, {
      where: { needId: this.needId },
      order: { sequence: 'ASC' },
    })
    expect(brokenAt(events, need)).toBeUndefined()
    const { need: state, orders } = replayed(events)
    expect([state, [...orders]]).toEqual([
      need.state,
      await Promise.all(
        [...orders.keys()].map(async (id) => [id, (await reader.findOneByOrFail(WorkOrder, { id })).state]),
      ),
    ])
    await this.compareClocks(events)
    await this.server.unitOfWork.run((tx) => tx.delete(Clock, { needId: this.needId }))
  }

  /** The clocks that run are those of which the past tells, and each is due when its start, limit and pauses say. */
  private async compareClocks(events: readonly NeedEvent[]): Promise<void> {
    const { reader } = this.server.unitOfWork
    const clocks = await reader.findBy(Clock, { needId: this.needId, stoppedAt: IsNull() })
    const said = (kind: string, workOrderId: string | null, pauses: readonly Pause[] | null) =>
      `${kind} ${workOrderId ?? ''} ${JSON.stringify(pauses ?? [])}`
    expect(clocks.map((clock) => said(clock.kind, clock.workOrderId, clock.pauses)).sort()).toEqual(
      replayedClocks(events)
        .map((clock) => said(clock.kind, clock.workOrderId, clock.pauses))
        .sort(),
    )
    const deadlines = this.server.app.get(Deadlines)
    for (const clock of clocks.filter(({ kind }) => kind !== 'plan'))
      expect(deadlines.moved(clock)).toMatchObject({ dueAt: clock.dueAt, nextAt: clock.nextAt })
  }

  /** Mostly anything by anybody, which is refused nearly always; else something that is allowed. */
  private draw(reference: ReferenceNeed): Attempt {
    const allowed = this.next() < 0.3 ? this.allowed(reference) : []
    if (allowed.length > 0) return this.pick(allowed)
    return this.attemptOf(reference, this.pick(acts), this.pick(this.who))
  }

  /** Of each act that somebody is allowed one attempt; what leads astray is left out nine times of ten. */
  private allowed(reference: ReferenceNeed): Attempt[] {
    const sensible = acts.filter((act) => !astray.has(act) || this.next() < 0.1)
    return sensible.flatMap((act) => {
      const attempts = this.who.map((who) => this.attemptOf(reference, act, who))
      const open = attempts.filter((attempt) => reference.allows(attempt))
      return open.length > 0 ? [this.pick(open)] : []
    })
  }

  private attemptOf(reference: ReferenceNeed, act: string, who: Who): Attempt {
    const order = Math.floor(this.next() * reference.orders.length)
    // The newest order is the one that matters most.
    const isNewest = this.next() < 0.5
    return {
      act,
      who,
      order: isNewest ? Math.max(0, reference.orders.length - 1) : order,
      department: this.pick(departments),
    }
  }

  private pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)] as Item
  }

  private person(account: string): Person {
    const person = this.people.get(account)
    if (!person) throw new Error(`there is no ${account}`)
    return person
  }

  private async file(): Promise<string> {
    const body = { text: `${vague}${'啊'.repeat(1 + (this.texts % 5))}`, areaId: this.areaId }
    this.texts += 1
    return (await this.server.app.get(Intake).submit(this.person('resident0'), randomUUID(), body)).id
  }

  private runsOf(): Record<string, Run> {
    const { app } = this.server
    const needs = app.get(NeedActs)
    const orders = app.get(WorkOrderActs)
    const [ratings, merging, assisting] = [app.get(Ratings), app.get(Merging), app.get(Assisting)]
    const [extending, planning, asking] = [app.get(Extending), app.get(Planning), app.get(Supplementing)]
    const words = () => `已经到现场看过并且处理完毕，请您放心，第 ${(this.texts += 1)} 次`
    const idOfDepartment = ({ department }: Attempt) => this.departmentIds.get(department) ?? ''
    const own = async (tx: Tx, orderId: string) =>
      (await tx.findOneBy(WorkOrder, { id: orderId }))?.departmentId ?? ''
    const publicAt = () => plusDays(shanghaiDate(this.server.present.now()), 3)
    return {
      dispatch: (tx, by, attempt) =>
        needs.dispatch(tx, by, this.needId, {
          categoryId: this.category,
          departmentId: idOfDepartment(attempt),
        }),
      reject: (tx, by) => needs.reject(tx, by, this.needId, { reason: 'notDistrict', explanation: words() }),
      appeal: (tx, by) => needs.appeal(tx, by, this.needId, { text: '请再看一看' }),
      withdraw: (tx, by) => needs.withdraw(tx, by, this.needId),
      correctCategory: (tx, by) => needs.correctCategory(tx, by, this.needId, this.other),
      merge: (tx, by) => merging.merge(tx, by, this.masterId, [this.needId]),
      split: (tx, by) => merging.split(tx, by, this.needId),
      ask: (tx, by) => asking.ask(tx, by, this.needId, '请问是哪一栋楼？'),
      supply: (tx, by) => asking.supply(tx, by, this.needId, { text: '三号楼' }),
      plan: (tx, by) =>
        planning.plan(tx, by, this.needId, { text: '列入下月计划', owner: '王科长', publicAt: publicAt() }),
      resume: (tx, by) => planning.resume(tx, by, this.needId),
      rateWell: (tx, by) => ratings.rate(tx, by, this.needId, { level: 5, solved: true }),
      rateBadly: (tx, by) => ratings.rate(tx, by, this.needId, { level: 1, solved: false }),
      conclude: (tx, by) => app.get(Concluding).conclude(tx, by, this.needId, words()),
      reopen: (tx, by) => needs.reopen(tx, by, this.needId, { text: '又坏了' }),
      accept: (tx, by, _, id) => orders.accept(tx, by, id),
      contact: (tx, by, _, id) => orders.contact(tx, by, id, 'phone', '聊过了'),
      assist: (tx, by, attempt, id) => assisting.assist(tx, by, id, [idOfDepartment(attempt)], words()),
      waive: (tx, by, _, id) => assisting.waive(tx, by, id, words()),
      extend: (tx, by, _, id) => extending.extend(tx, by, id, { workdays: 3, reason: words() }),
      grant: (tx, by, _, id) => extending.decide(tx, by, id, { isGranted: true, note: words() }),
      refuse: (tx, by, _, id) => extending.decide(tx, by, id, { isGranted: false, note: words() }),
      requestReturn: (tx, by, attempt, id) =>
        orders.requestReturn(tx, by, id, {
          reason: words(),
          legalBasis: '三定方案第四条',
          suggestedDepartmentId: idOfDepartment(attempt),
        }),
      keep: async (tx, by, _, id) => orders.decideReturn(tx, by, id, await own(tx, id), words()),
      passOn: async (tx, by, attempt, id) => {
        // To pass it on to itself is to keep it.
        if ((await own(tx, id)) === idOfDepartment(attempt))
          throw new Problem(422, 'same_department', '同一单位')
        return orders.decideReturn(tx, by, id, idOfDepartment(attempt), words())
      },
      submitAnswer: (tx, by, _, id) =>
        orders.submitAnswer(tx, by, id, { text: words(), result: 'solved', attachmentIds: [] }),
      approve: (tx, by, _, id) => orders.approve(tx, by, id),
      sendBack: (tx, by, _, id) => orders.sendBack(tx, by, id, words()),
    }
  }
}

/** A repeatable stream of numbers 0–1. */
function chance(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
