import { complaintActs, type EscalationCause, repeatedComplaints, transition } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { type Clock, Timers } from '../deadlines/index.js'
import { NeedStore, system } from '../handling/index.js'
import { actLane, inOrder, Outbox, Subscribers, toDeliver } from '../messages/index.js'
import { insertRows, type Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { saveComplaint } from './complaint-change.js'
import { decideComplaint } from './complaint-guards.js'
import { Complaint, subjectOf } from './complaint.entity.js'
import { ComplaintStore } from './complaint.store.js'

/** What time and number do to complaints: overdue or repeated ones are escalated; silence asks for a call. WORKFLOW §3 */
@Injectable()
export class ComplaintEscalating {
  constructor(
    private readonly store: ComplaintStore,
    private readonly needs: NeedStore,
    private readonly present: Present,
    timers: Timers,
    subscribers: Subscribers,
  ) {
    timers.on('complaintAnswer', 'red', (tx, clocks) => this.overdue(tx, clocks))
    timers.on('complaintAnswer', 'yellow', (tx, clocks) => this.post(tx, clocks, 'complaint.dueSoon'))
    timers.on('complaintEvidence', 'red', (tx, clocks) => this.post(tx, clocks, 'complaint.noEvidence'))
    timers.on('complaintConfirm', 'lapse', (tx, clocks) => this.post(tx, clocks, 'complaint.silent'))
    subscribers.follow(['complaint.file'], (tx, rows) => this.repeated(tx, rows))
  }

  private async overdue(tx: Tx, clocks: readonly Clock[]): Promise<void> {
    for (const complaint of await this.ofClocks(tx, clocks)) await this.escalate(tx, complaint, 'overdue')
  }

  /** The third complaint about one department and one matter within 30 days escalates all that are open. */
  private async repeated(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const ids = rows.map(({ payload }) => String(payload.complaintId))
    for (const filed of await tx.findBy(Complaint, { id: In(ids) })) {
      const alike = await this.store.alike(tx, filed, this.present.now())
      if (alike.length < repeatedComplaints.count) continue
      for (const complaint of alike) await this.escalate(tx, complaint, 'repeated')
    }
  }

  /** Of one that is answered or over nothing comes any more. */
  private async escalate(tx: Tx, complaint: Complaint, cause: EscalationCause): Promise<void> {
    if (!transition(complaintActs, complaint.state, 'escalate', ['system'], cause)) return
    const at = this.present.now()
    decideComplaint({ complaint, by: system, at }, 'escalate', ['system'], cause)
    Object.assign(complaint, { escalatedAt: at, escalationCause: cause })
    await saveComplaint(tx, complaint, { act: 'escalate', by: system, at, data: { cause } })
    const need = complaint.needId && (await this.needs.byId(complaint.needId, tx))
    if (need) await this.needs.touch(need, tx)
  }

  private async post(tx: Tx, clocks: readonly Clock[], topic: string): Promise<void> {
    const at = this.present.now()
    const rows = (await this.ofClocks(tx, clocks)).map((complaint) => {
      const payload = { complaintId: complaint.id }
      return toDeliver({ needId: subjectOf(complaint), lane: actLane, topic, payload }, at)
    })
    await insertRows(tx, Outbox, inOrder(rows))
  }

  private ofClocks(tx: Tx, clocks: readonly Clock[]): Promise<Complaint[]> {
    return this.store.openOfSubjects(
      tx,
      clocks.map(({ needId }) => needId),
    )
  }
}
