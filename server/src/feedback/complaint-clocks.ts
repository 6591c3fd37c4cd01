import { type ClockKind, isOverdue, type Limit } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { Clock, type ClockPatch, Deadlines } from '../deadlines/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import { type Complaint, subjectOf } from './complaint.entity.js'

export type ComplaintClockKind = Extract<ClockKind, `complaint${string}`>

/**
 * The limits of a complaint. WORKFLOW §3. The clocks belong to nobody's department: the one that is accused is neither
 * warned nor asked by them. One need has one open complaint, so that its clocks are found by need and kind.
 */
@Injectable()
export class ComplaintClocks {
  constructor(private readonly deadlines: Deadlines) {}

  /** @returns when it is due */
  async start(
    tx: Tx,
    complaint: Pick<Complaint, 'id' | 'needId' | 'streetId'>,
    kind: ComplaintClockKind,
    limit: Limit,
    at: Date,
  ): Promise<Date> {
    const running = this.deadlines.running(kind, limit, complaint, at)
    const owner = { id: newId(at), needId: subjectOf(complaint), workOrderId: null, departmentId: null }
    const open = { stoppedAt: null, breachedAt: null, leaseOwner: null }
    await insertRows(tx, Clock, [{ ...running, ...owner, ...open }])
    return running.dueAt
  }

  /** What was missed stays missed. */
  async stop(tx: Tx, complaint: Complaint, at: Date, ...kinds: ComplaintClockKind[]): Promise<void> {
    await this.stopAll(tx, await this.running(tx, complaint, kinds), at)
  }

  /** The one of a supervision order about it. A range of `ix_clock_need`. */
  async stopSupervision(tx: Tx, { id: needId }: Complaint, workOrderId: string, at: Date): Promise<void> {
    const where = { needId, kind: 'supervision' as const, workOrderId, stoppedAt: IsNull() }
    await this.stopAll(tx, await tx.findBy(Clock, where), at)
  }

  private async stopAll(tx: Tx, clocks: readonly Clock[], at: Date): Promise<void> {
    for (const { id, dueAt, breachedAt } of clocks) {
      const missed = breachedAt ?? (isOverdue(dueAt, at) ? dueAt : null)
      await tx.update(Clock, { id }, { stoppedAt: at, nextAt: null, breachedAt: missed, leaseOwner: null })
    }
  }

  /** Another limit for the answer, from the same start. @returns when it is due then */
  limitAnswer(tx: Tx, complaint: Complaint, limit: Limit): Promise<Date> {
    return this.changeAnswer(tx, complaint, (clock) => this.deadlines.limited(clock, limit))
  }

  /** So many workdays more for the answer. @returns when it is due then */
  extendAnswer(tx: Tx, complaint: Complaint, workdays: number): Promise<Date> {
    return this.changeAnswer(tx, complaint, (clock) => this.deadlines.extended(clock, workdays))
  }

  private async changeAnswer(
    tx: Tx,
    complaint: Complaint,
    patchOf: (clock: Clock) => ClockPatch,
  ): Promise<Date> {
    const [clock] = await this.running(tx, complaint, ['complaintAnswer'])
    if (!clock) return complaint.answerDueAt
    const patch = patchOf(clock)
    await tx.update(Clock, { id: clock.id }, { ...patch, leaseOwner: null })
    return patch.dueAt ?? clock.dueAt
  }

  /** A range of `ix_clock_need`. */
  private running(tx: Tx, complaint: Complaint, kinds: readonly ComplaintClockKind[]): Promise<Clock[]> {
    return tx.findBy(Clock, { needId: subjectOf(complaint), kind: In([...kinds]), stoppedAt: IsNull() })
  }
}
