import { type SupervisionAct, supervisionActNames } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, IsNull, Not } from 'typeorm'
import { Clock, type Running } from '../deadlines/index.js'
import type { Actor, NeedEvent } from '../handling/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import {
  type Supervised,
  type SupervisedChange,
  supervisedComplaint,
  type SupervisedComplaints,
  type SupervisionData,
  Subjects,
} from '../supervision/index.js'
import { complaintTitle } from './complaint-about.js'
import { type ComplaintChange, saveComplaint } from './complaint-change.js'
import { ComplaintClocks } from './complaint-clocks.js'
import { ComplaintEvent } from './complaint-event.entity.js'
import { Complaint } from './complaint.entity.js'

const TITLE_MAX = 60

/**
 * Lets a complaint that is about no need be supervised: what is done stands in the complaint's own chain, which the
 * accused cannot read. WORKFLOW §3, docs/adr/0155
 */
@Injectable()
export class ComplaintSupervision implements SupervisedComplaints {
  constructor(
    private readonly clocks: ComplaintClocks,
    subjects: Subjects,
  ) {
    subjects.complaintsOf(this)
  }

  /** Those about a need are supervised with it. By primary key. */
  async among(tx: Tx, ids: readonly string[], at: Date): Promise<Supervised[]> {
    const found = await tx.findBy(Complaint, { id: In([...ids]), needId: IsNull(), state: Not('void') })
    return found.map((complaint) => {
      const { id, filedAt, departmentId, categoryId, streetId, projectTitle } = complaint
      const title = shortened(complaintTitle(projectTitle))
      const change = new SupervisionOfComplaint(complaint, at, this.clocks)
      return supervisedComplaint({ id, title, filedAt, departmentId, categoryId, streetId }, change)
    })
  }

  /** `uq_complaint_event_sequence`. */
  async events(manager: EntityManager, complaintId: string): Promise<NeedEvent[]> {
    const found = await manager.find(ComplaintEvent, {
      where: { complaintId, act: In([...supervisionActNames]) },
      order: { sequence: 'ASC' },
    })
    return found.flatMap(({ act, complaintId: needId, data, ...event }) => {
      const supervision = supervisionActNames.find((each) => each === act)
      const told = { needId, data: data.supervision ?? {}, round: 1, workOrderId: null }
      return supervision ? { ...event, ...told, act: supervision } : []
    })
  }
}

const shortened = (title: string): string =>
  title.length > TITLE_MAX ? `${title.slice(0, TITLE_MAX - 1)}…` : title

/** One act on the supervision of a complaint: state of the order apart, its event, clocks and effects. */
class SupervisionOfComplaint implements SupervisedChange {
  private readonly changes: ComplaintChange[] = []
  private readonly started: Clock[] = []
  private readonly stopped: string[] = []

  constructor(
    private readonly complaint: Complaint,
    readonly at: Date,
    private readonly clocks: ComplaintClocks,
  ) {}

  record(act: SupervisionAct, by: Actor, supervision: SupervisionData): void {
    this.changes.push({ act, by, at: this.at, data: { supervision } })
  }

  startClock(
    running: Running,
    { id: workOrderId, departmentId }: { id: string; departmentId: string | null },
  ): void {
    const owner = { id: newId(this.at), needId: this.complaint.id, workOrderId, departmentId }
    this.started.push({ ...running, ...owner, stoppedAt: null, breachedAt: null, leaseOwner: null })
  }

  stopClocks(orderId: string): void {
    this.stopped.push(orderId)
  }

  async save(tx: Tx): Promise<void> {
    for (const change of this.changes) await saveComplaint(tx, this.complaint, change)
    for (const orderId of this.stopped)
      await this.clocks.stopSupervision(tx, this.complaint, orderId, this.at)
    await insertRows(tx, Clock, this.started)
  }
}
