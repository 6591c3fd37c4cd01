import { complaintResponseLimit, isOverdue } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Clock, Deadlines } from '../deadlines/index.js'
import type { Need } from '../handling/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'

const kind = 'complaintResponse'

/**
 * 响应: 24 clock hours, nights and holidays included. WORKFLOW §3. The clock belongs to nobody's department: the one
 * that is accused is neither warned nor asked.
 */
@Injectable()
export class ComplaintClock {
  constructor(private readonly deadlines: Deadlines) {}

  /** @returns when a person has to have responded */
  async start(tx: Tx, need: Need, at: Date): Promise<Date> {
    const running = this.deadlines.running(kind, complaintResponseLimit, need, at)
    const stopped = { stoppedAt: null, breachedAt: null, leaseOwner: null }
    const clock = { ...running, id: newId(at), needId: need.id, workOrderId: null, departmentId: null }
    await insertRows(tx, Clock, [{ ...clock, ...stopped }])
    return running.dueAt
  }

  /** What was missed stays missed. */
  async stop(tx: Tx, needId: string, at: Date): Promise<void> {
    const { id, dueAt, breachedAt } = await this.deadlines.open(tx, kind, { needId, workOrderId: null })
    const missed = breachedAt ?? (isOverdue(dueAt, at) ? dueAt : null)
    await tx.update(Clock, { id }, { stoppedAt: at, nextAt: null, breachedAt: missed, leaseOwner: null })
  }
}
