import { complaintSupervisionNo, type SupervisionAct, supervisionNo } from '@minsheng/shared'
import type { EntityManager } from 'typeorm'
import type { Running } from '../deadlines/index.js'
import { type Actor, type Need, NeedChange, type NeedEvent } from '../handling/index.js'
import type { Tx } from '../platform/database/index.js'
import type { SupervisionOrder } from './supervision-order.entity.js'

/** What an order repeats of what it is about. */
export type Subject = Pick<
  SupervisionOrder,
  | 'needId'
  | 'complaintId'
  | 'accusedDepartmentId'
  | 'receiptNo'
  | 'title'
  | 'categoryId'
  | 'communityId'
  | 'streetId'
>

/** What an act of supervision adds to a chain of events. */
export type SupervisionData = Pick<
  NeedEvent['data'],
  'cause' | 'departmentId' | 'dueAt' | 'supervisionLevel' | 'supervisionNo' | 'text'
>

/** One act on what is supervised: collected, and written by `save`, in the chain of events of the subject itself. */
export interface SupervisedChange {
  readonly at: Date
  record(act: SupervisionAct, by: Actor, data: SupervisionData, order?: { id: string; round: number }): void
  startClock(running: Running, order: { id: string; departmentId: string | null }): void
  stopClocks(orderId: string, kind: 'supervision'): void
  /** @throws Problem 409 `changed_meanwhile` */
  save(tx: Tx): Promise<void>
}

/** A need, or a complaint that is about none, while something is done about its supervision. */
export interface Supervised {
  readonly subject: Subject
  readonly change: SupervisedChange
  readonly round: number
  /** Whose work it is; null while it is nobody's, or the office's own. */
  readonly departmentId: string | null
  /** Nobody works on it any more. */
  readonly isOver: boolean
  /** Of the how many-th order about it. */
  numberOf(ordinal: number): string
}

/** Under which id the clocks and the outbox know a subject. */
export const subjectId = ({ needId, complaintId }: Pick<Subject, 'needId' | 'complaintId'>): string =>
  needId ?? complaintId ?? ''

/** Complaints that are about no need, as the capability that keeps them lets them be supervised. */
export interface SupervisedComplaints {
  /** Those of these ids that are there and valid. */
  among(tx: Tx, ids: readonly string[], at: Date): Promise<Supervised[]>
  /** What was done with the supervision of one, the oldest first, in the form in which the desk reads events. */
  events(manager: EntityManager, complaintId: string): Promise<NeedEvent[]>
}

/** What nobody works on any more is not supervised either; a complaint about it is. */
const over: readonly Need['state'][] = ['rejected', 'withdrawn', 'merged']

export function supervisedNeed(need: Need, at: Date): Supervised {
  const { id: needId, receiptNo, title, categoryId, communityId, streetId } = need
  return {
    subject: {
      ...{ needId, complaintId: null, accusedDepartmentId: null },
      ...{ receiptNo, title, categoryId, communityId, streetId },
    },
    change: new NeedChange(need, at),
    round: need.round,
    departmentId: need.departmentId,
    isOver: over.includes(need.state),
    numberOf: (ordinal) => supervisionNo(receiptNo, ordinal),
  }
}

/** What a complaint that is about no need says of itself, as it is supervised: nothing of who complains. */
export interface SupervisedComplaint {
  id: string
  title: string
  filedAt: Date
  departmentId: string | null
  categoryId: string | null
  streetId: string | null
}

/** The accused is not asked for it: that nobody has responded is the office's own delay. */
export function supervisedComplaint(complaint: SupervisedComplaint, change: SupervisedChange): Supervised {
  const { id: complaintId, title, departmentId: accusedDepartmentId, categoryId, streetId } = complaint
  return {
    subject: {
      ...{ needId: null, receiptNo: null, communityId: null },
      ...{ complaintId, accusedDepartmentId, title, categoryId, streetId },
    },
    change,
    round: 1,
    departmentId: null,
    isOver: false,
    numberOf: (ordinal) => complaintSupervisionNo(complaint, ordinal),
  }
}
