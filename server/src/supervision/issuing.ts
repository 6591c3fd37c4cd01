import { isListed, type SupervisionCause, type SupervisionLevel, supervisionLimits } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Deadlines, type Running } from '../deadlines/index.js'
import { system, type WorkOrder } from '../handling/index.js'
import type { Person } from '../people/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import type { Supervised } from './supervised.js'
import { SupervisionOrder } from './supervision-order.entity.js'

export interface Cause {
  level: SupervisionLevel
  cause: SupervisionCause
  demand: string
  departmentId: string | null
  workOrder: Pick<WorkOrder, 'id' | 'round'> | null
}

/** Makes supervision orders, by rule or by hand. */
@Injectable()
export class Issuing {
  constructor(private readonly deadlines: Deadlines) {}

  /** The caller saves the change, in the same transaction. @param by null when a rule makes it */
  async issue(tx: Tx, supervised: Supervised, about: Cause, by: Person | null): Promise<SupervisionOrder> {
    const { subject, change } = supervised
    const { needId, complaintId } = subject
    const { at } = change
    const ordinal =
      (await tx.countBy(SupervisionOrder, needId ? { needId } : { complaintId: complaintId ?? '' })) + 1
    const { level, cause, demand, departmentId, workOrder } = about
    const clock = this.clock(supervised, level)
    const order: SupervisionOrder = {
      ...subject,
      id: newId(at),
      number: supervised.numberOf(ordinal),
      level,
      cause,
      state: 'issued',
      workOrderId: workOrder?.id ?? null,
      departmentId,
      demand,
      issuedAt: at,
      dueAt: clock.dueAt,
      isDueProvisional: clock.isProvisional,
      issuedById: by?.id ?? null,
      feedback: null,
      answeredAt: null,
      conclusion: null,
      settledAt: null,
      isListed: isListed(level),
    }
    await insertRows(tx, SupervisionOrder, [order])
    change.startClock(clock, order)
    change.record(
      'supervise',
      by ? { kind: by.kind, id: by.id } : system,
      {
        ...(departmentId && { departmentId }),
        supervisionNo: order.number,
        supervisionLevel: level,
        cause,
        text: demand,
        dueAt: clock.dueAt.toISOString(),
      },
      workOrder ?? undefined,
    )
    return order
  }

  /** How long the department has to answer for it. */
  clock({ subject, change }: Supervised, level: SupervisionLevel): Running {
    return this.deadlines.running('supervision', supervisionLimits[level], subject, change.at)
  }
}
