import {
  type Actor as Capacity,
  allowedActs,
  supervisionActs,
  type SupervisionAct,
  type SupervisionLevel,
  supervisionStateWords,
  type Told,
  transition,
} from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { type Clock, Timers } from '../deadlines/index.js'
import { NeedStore, workOrderNotFound } from '../handling/index.js'
import { Notices } from '../messages/index.js'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict, notFound, type Problem } from '../platform/problem.js'
import { Issuing } from './issuing.js'
import { StaffNotices } from './staff-notices.js'
import { Subjects } from './subjects.js'
import type { Supervised } from './supervised.js'
import { SupervisionOrder } from './supervision-order.entity.js'
import { noticeWords } from './words.js'

/** What is done with a supervision order once it is there. */
export type LaterAct = Exclude<SupervisionAct, 'supervise'>

export const supervisionOrderNotFound = (): Problem =>
  notFound('supervision_order_not_found', '没有找到这张督办单')

/** Whether somebody sees the supervision orders of all departments. */
export const seesAllSupervision = ({ roles, departmentId }: Person): boolean =>
  roles.some((role) => role === 'dispatcher' || role === 'supervisor') ||
  (roles.includes('leader') && departmentId === null)

/** Nobody sees one about a complaint about the department that he belongs to. */
export const maySeeSupervision = (person: Person, order: SupervisionOrder): boolean =>
  (order.accusedDepartmentId === null || order.accusedDepartmentId !== person.departmentId) &&
  (seesAllSupervision(person) || (order.departmentId !== null && order.departmentId === person.departmentId))

/** Whether somebody answers for what is supervised; without a department, the hotline and the supervisors do. */
const answersFor = ({ roles, departmentId }: Person, order: SupervisionOrder): boolean =>
  order.departmentId === null
    ? roles.some((role) => role === 'dispatcher' || role === 'supervisor')
    : order.departmentId === departmentId &&
      roles.some((role) => role === 'handler' || role === 'reviewer' || role === 'leader')

export function supervisionCapacities(person: Person, order: SupervisionOrder): Capacity[] {
  const held: [Capacity, boolean][] = [
    ['handler', answersFor(person, order)],
    ['supervisor', person.roles.includes('supervisor') && order.issuedById === null],
    ['issuer', order.issuedById === person.id],
  ]
  return held.filter(([, holds]) => holds).map(([capacity]) => capacity)
}

/** Acts on supervision orders. WORKFLOW §6. Each is an act on what it is about, and stands in that chain of events. */
@Injectable()
export class SupervisionOrders {
  constructor(
    private readonly issuing: Issuing,
    private readonly subjects: Subjects,
    private readonly store: NeedStore,
    private readonly notices: Notices,
    private readonly staffNotices: StaffNotices,
    private readonly present: Present,
    timers: Timers,
  ) {
    timers.on('supervision', 'red', (tx, clocks) => this.overdue(tx, clocks))
  }

  /** By hand, on a department's order. @throws Problem 404 */
  async issue(
    tx: Tx,
    by: Person,
    { workOrderId, level, demand }: { workOrderId: string; level: SupervisionLevel; demand: string },
  ): Promise<SupervisionOrder> {
    const workOrder = await this.store.order(workOrderId, tx)
    if (!workOrder) throw workOrderNotFound()
    const supervised = await this.subjectOf(tx, { needId: workOrder.needId, complaintId: null })
    const { change } = supervised
    const about = { level, cause: 'byHand' as const, demand, departmentId: workOrder.departmentId, workOrder }
    const order = await this.issuing.issue(tx, supervised, about, by)
    await change.save(tx)
    const words = noticeWords.issued(order, level, order.dueAt, change.at)
    await this.tellDepartment(tx, order, { words, at: change.at }, workOrder.handlerId)
    return order
  }

  /** @throws Problem 404, 409 `transition_not_allowed` with what is allowed */
  async act(tx: Tx, by: Person, id: string, act: LaterAct, text: string | null): Promise<SupervisionOrder> {
    const found = await tx.findOneBy(SupervisionOrder, { id })
    if (!found || !maySeeSupervision(by, found)) throw supervisionOrderNotFound()
    const supervised = await this.subjectOf(tx, found)
    const { change, round } = supervised
    const order = await tx.findOneByOrFail(SupervisionOrder, { id })
    const { to } = decide(order, act, supervisionCapacities(by, order))
    Object.assign(order, { state: to }, this.effects[act](order, by, supervised, text))
    await tx.save(SupervisionOrder, order)
    const { departmentId, number: supervisionNo, workOrderId } = order
    change.record(
      act,
      { kind: by.kind, id: by.id },
      { ...(departmentId && { departmentId }), supervisionNo, ...(text && { text }) },
      workOrderId ? { id: workOrderId, round } : undefined,
    )
    await change.save(tx)
    await this.tell(tx, act, order, change.at)
    return order
  }

  private readonly effects: Record<
    LaterAct,
    (
      order: SupervisionOrder,
      by: Person,
      supervised: Supervised,
      text: string | null,
    ) => Partial<SupervisionOrder>
  > = {
    takeUp: (_order, by) => ({ issuedById: by.id }),
    feedBack: ({ id }, _by, { change }, feedback) => {
      change.stopClocks(id, 'supervision')
      return { feedback, answeredAt: change.at }
    },
    askAgain: (order, _by, supervised) => {
      const clock = this.issuing.clock(supervised, order.level)
      supervised.change.startClock(clock, order)
      const { dueAt, isProvisional: isDueProvisional } = clock
      return { dueAt, isDueProvisional, feedback: null, answeredAt: null }
    },
    settle: (_order, _by, { change }, conclusion) => ({ settledAt: change.at, conclusion }),
    revoke: ({ id }, _by, { change }, conclusion) => {
      change.stopClocks(id, 'supervision')
      return { settledAt: change.at, conclusion, isListed: false }
    },
  }

  private async tell(tx: Tx, act: LaterAct, order: SupervisionOrder, at: Date): Promise<void> {
    if (act === 'takeUp') return
    if (act !== 'feedBack') return this.tellDepartment(tx, order, { words: toDepartment[act](order, at), at })
    await this.tellIssuer(tx, order, { words: noticeWords.answered(order), at })
  }

  /** No feedback in time: who has issued it, and the department once more, are told. */
  private async overdue(tx: Tx, clocks: readonly Clock[]): Promise<void> {
    const ids = clocks.flatMap(({ workOrderId }) => workOrderId ?? [])
    const at = this.present.now()
    for (const order of await tx.findBy(SupervisionOrder, { id: In(ids) })) {
      const words = noticeWords.silent(order)
      await this.tellDepartment(tx, order, { words, at })
      await this.tellIssuer(tx, order, { words, at })
    }
  }

  private async tellIssuer(
    tx: Tx,
    { id: supervisionOrderId, needId, issuedById: personId }: SupervisionOrder,
    what: { words: string; at: Date },
  ): Promise<void> {
    if (personId) await this.notices.tell(tx, [{ personId, needId, supervisionOrderId, ...what }])
  }

  private async tellDepartment(
    tx: Tx,
    { id: supervisionOrderId, needId, workOrderId, departmentId }: SupervisionOrder,
    what: { words: string; at: Date },
    handlerId: string | null = null,
  ): Promise<void> {
    const tells: readonly Told[] = ['handler', 'leader']
    const about = { needId, workOrderId, supervisionOrderId, departmentId, handlerId, tells }
    await this.staffNotices.tell(tx, [{ ...about, ...what }])
  }

  /** What it is about is read first: its version tells who was first. */
  private subjectOf(tx: Tx, about: Pick<SupervisionOrder, 'needId' | 'complaintId'>): Promise<Supervised> {
    return this.subjects.of(tx, about, this.present.now())
  }
}

const toDepartment: Record<
  Exclude<LaterAct, 'takeUp' | 'feedBack'>,
  (order: SupervisionOrder, now: Date) => string
> = {
  askAgain: (order, now) => noticeWords.askedAgain(order, order.dueAt, now),
  settle: noticeWords.settled,
  revoke: noticeWords.revoked,
}

function decide(order: SupervisionOrder, act: LaterAct, capacities: readonly Capacity[]) {
  const row = transition(supervisionActs, order.state, act, capacities)
  if (row) return row
  const allowed = allowedActs(supervisionActs, order.state, capacities)
  throw conflict(
    'transition_not_allowed',
    `这张督办单现在是“${supervisionStateWords[order.state]}”，不能这样办理，请刷新后再看`,
    { state: order.state, allowed },
  )
}
