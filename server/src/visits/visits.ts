import { fromShanghai, shanghaiDate } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { And, LessThan, MoreThanOrEqual } from 'typeorm'
import { Attachments } from '../attachments/index.js'
import { PersonalData } from '../people/index.js'
import { addRows, insertRows, newId, type Tx } from '../platform/database/index.js'
import type { GridWorker } from './grids.js'
import { Household } from './household.entity.js'
import { Households } from './households.js'
import type { Recorded } from './recorded.js'
import type { VisitBody } from './operation.dto.js'
import type { OperationRecord } from './sync.dto.js'
import { VisitMonth } from './visit-month.entity.js'
import { Visit } from './visit.entity.js'

/** Records what happened at a door. Nothing is ever changed or taken back, so there are no conflicts. */
@Injectable()
export class Visits {
  constructor(
    private readonly attachments: Attachments,
    private readonly households: Households,
    private readonly personalData: PersonalData,
  ) {}

  /** @throws Problem 404 `household_not_found`, `resident_not_found`; 422 `attachment_unknown` */
  async record(tx: Tx, by: GridWorker, body: VisitBody, recorded: Recorded): Promise<OperationRecord> {
    const { household, changeNumber } = await this.households.forChange(tx, by, body.householdId)
    const { id: householdId } = household
    const met = body.residentId ? await this.households.residentOf(household, body.residentId, tx) : null
    const visit = this.visit(by, household, { ...body, residentId: met?.id ?? null }, recorded)
    await this.count(tx, household, visit)
    await insertRows(tx, Visit, [visit])
    await this.attachments.take(tx, visit.attachmentIds, by.id, visit.id)
    await tx.update(Household, { id: householdId }, { changeNumber, ...standingAfter(household, visit) })
    return { id: visit.id }
  }

  private visit(by: GridWorker, household: Household, body: VisitBody, recorded: Recorded): Visit {
    return {
      id: newId(recorded.receivedAt),
      operationId: recorded.operationId,
      householdId: household.id,
      gridId: household.gridId,
      workerId: by.id,
      meeting: body.meeting,
      residentId: body.residentId ?? null,
      saidCipher: body.said ? this.personalData.encrypt(body.said) : null,
      tags: body.tags ?? [],
      attachmentIds: body.attachmentIds ?? [],
      nextVisitOn: body.nextVisitOn ?? null,
      longitude: body.place?.longitude ?? null,
      latitude: body.place?.latitude ?? null,
      visitedAt: recorded.at,
      receivedAt: recorded.receivedAt,
    }
  }

  /** Adds a visit to the sums of its month. The book of the grid is locked: no other one is counted meanwhile. */
  private async count(tx: Tx, household: Household, visit: Visit): Promise<void> {
    const { gridId, meeting } = visit
    const month = monthOf(visit.visitedAt)
    const isMet = meeting === 'met'
    const households = isMet && !(await wasMet(tx, household, month)) ? 1 : 0
    const row: VisitMonth = { month, gridId, visits: 1, unmet: isMet ? 0 : 1, households }
    await addRows(tx, VisitMonth, [row], ['visits', 'unmet', 'households'])
  }
}

/** "2026-11", of Shanghai. */
export const monthOf = (at: Date): string => shanghaiDate(at).slice(0, 7)

/** The instants between which a month of Shanghai lies: the first one belongs to it, the second one does not. */
export function boundsOf(month: string): [Date, Date] {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return [fromShanghai(`${month}-01`), fromShanghai(`${next}-01`)]
}

/**
 * Whether somebody of a household was met in a month. Only for what arrives after a visit of a later month are the
 * visits looked at: a range of `ix_visit_household`.
 */
async function wasMet(tx: Tx, { id: householdId, lastMetAt }: Household, month: string): Promise<boolean> {
  const [from, to] = boundsOf(month)
  if (lastMetAt === null || lastMetAt < to) return lastMetAt !== null && lastMetAt >= from
  return tx.existsBy(Visit, {
    householdId,
    visitedAt: And(MoreThanOrEqual(from), LessThan(to)),
    meeting: 'met',
  })
}

/** What a visit changes of its household. Visits may arrive in another order than that of the days. */
function standingAfter(household: Household, visit: Visit): Partial<Household> {
  const { meeting, visitedAt, nextVisitOn } = visit
  const isNewest = household.lastVisitedAt === null || visitedAt >= household.lastVisitedAt
  const isNewestMeeting =
    meeting === 'met' && (household.lastMetAt === null || visitedAt >= household.lastMetAt)
  return {
    ...(isNewest && { lastVisitedAt: visitedAt, nextVisitOn }),
    ...(isNewestMeeting && { lastMetAt: visitedAt, unvisitedSince: visitedAt }),
  }
}
