import {
  callBackTries,
  complaintCountsOtherwiseAt,
  type Counted,
  countedComplaint,
  type CountedNeed,
  countedOf,
  type CountedRating,
  countsOtherwiseAt,
  replyWorkdays,
  type Unjudged,
} from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { Deadlines } from '../deadlines/index.js'
import { Complaint, Rating } from '../feedback/index.js'
import { Need, NeedEvent, WorkOrder } from '../handling/index.js'
import type { Tx } from '../platform/database/index.js'
import { SupervisionOrder } from '../supervision/index.js'
import { Exclusion } from './exclusion.entity.js'
import { repeatedRatings } from './repeated-ratings.js'

/** The acts that say when a need began to count otherwise. */
const datingActs = ['withdraw', 'merge', 'approve', 'answer', 'lapse', 'conclude', 'callBack'] as const

/** Which of these needs the public sees. */
export type FindDisclosed = (tx: Tx, needIds: readonly string[]) => Promise<ReadonlySet<string>>

/** A need, or a complaint about the service as such, which belongs to none; and what it counts for, now. */
export interface CountedSubject {
  subject: Pick<Need, 'id' | 'fieldId' | 'filedById'> & {
    streetId: string | null
    communityId: string | null
  }
  items: readonly Counted[]
  /** When it counts otherwise though nobody acts; null when never. */
  nextAt: Date | null
}

/** What is known of needs, as the rule of counting asks for it. WORKFLOW §4. */
@Injectable()
export class CountedNeeds {
  private findDisclosed: FindDisclosed = () => Promise.resolve(new Set())

  constructor(private readonly deadlines: Deadlines) {}

  /** Told by the capability that shows the public what was solved. */
  disclosedBy(find: FindDisclosed): void {
    this.findDisclosed = find
  }

  /** Nine statements for any number of them, each by the key of the need; a complaint about the service by its own. */
  async of(tx: Tx, ids: readonly string[], now: Date): Promise<CountedSubject[]> {
    const needs = await this.needs(tx, ids)
    const ofService = await tx.findBy(Complaint, { id: In([...ids]), needId: IsNull() })
    return [
      ...needs.map(({ row: subject, counted }) => ({
        subject,
        items: countedOf(counted, now),
        nextAt: countsOtherwiseAt(counted, now),
      })),
      ...ofService.map((complaint) => ({
        subject: { id: complaint.id, fieldId: null, filedById: null, streetId: null, communityId: null },
        items: [countedComplaint(complaint, now)],
        nextAt: complaintCountsOtherwiseAt(complaint, now),
      })),
    ]
  }

  private async needs(tx: Tx, needIds: readonly string[]): Promise<{ row: Need; counted: CountedNeed }[]> {
    const needId = In([...needIds])
    const [needs, orders, events, ratings] = [
      await tx.findBy(Need, { id: needId }),
      await tx.find(WorkOrder, { where: { needId }, order: { needId: 'ASC', round: 'ASC', id: 'ASC' } }),
      await tx.find(NeedEvent, {
        where: { needId, act: In([...datingActs]) },
        order: { needId: 'ASC', sequence: 'ASC' },
      }),
      await tx.find(Rating, { where: { needId }, order: { needId: 'ASC', round: 'ASC' } }),
    ]
    const parts = {
      orders: grouped(orders),
      events: grouped(events),
      ratings: grouped(ratings),
      complaints: grouped((await tx.findBy(Complaint, { needId })).filter(isAboutNeed)),
      supervised: await supervisedAmong(tx, needIds),
      excluded: await excludedAmong(tx, needIds),
      disclosed: await this.findDisclosed(tx, needIds),
      repeated: await repeatedRatings(tx, needs, events),
      replyDue: this.replyDueTimes(),
    }
    return needs.map((row) => ({ row, counted: countedNeed(row, parts) }))
  }

  /** When the plan wants a reply; the same for all that one town filed on one day, and those are many. */
  private replyDueTimes(): (need: Need) => Date {
    const known = new Map<string, Date>()
    return ({ streetId, submittedAt }) => {
      const key = `${streetId} ${submittedAt.toISOString().slice(0, 13)}`
      const due = known.get(key) ?? this.deadlines.afterWorkdays(submittedAt, replyWorkdays, streetId)
      known.set(key, due)
      return due
    }
  }
}

interface Parts {
  orders: ReadonlyMap<string, WorkOrder[]>
  events: ReadonlyMap<string, NeedEvent[]>
  ratings: ReadonlyMap<string, Rating[]>
  complaints: ReadonlyMap<string, AboutNeed[]>
  supervised: ReadonlySet<string>
  excluded: ReadonlyMap<string, Date>
  disclosed: ReadonlySet<string>
  repeated: ReadonlySet<string>
  replyDue: (need: Need) => Date
}

function countedNeed(need: Need, parts: Parts): CountedNeed {
  const { id, state, round, isAnonymous, danger, result, departmentId, submittedAt } = need
  const events = parts.events.get(id) ?? []
  return {
    ...{ state, round, isAnonymous, danger, result, departmentId, submittedAt },
    endedAt: endOf(need, events),
    repliedAt: events.find(isReply)?.at ?? null,
    replyDueAt: parts.replyDue(need),
    isSupervised: parts.supervised.has(id),
    isDisclosed: parts.disclosed.has(id),
    excludedAt: parts.excluded.get(id) ?? null,
    orders: (parts.orders.get(id) ?? []).map((order) => ({
      ...order,
      hasReturnRequest: order.returnRequest !== null,
    })),
    ratings: (parts.ratings.get(id) ?? []).map((rating) => countedRating(rating, parts.repeated)),
    unjudged: unjudged(need, events),
    complaints: parts.complaints.get(id) ?? [],
  }
}

/** An answer that reached the complainant: approved, or got from the master of a merged need. */
const isReply = ({ act, data }: NeedEvent): boolean =>
  act === 'answer' || (act === 'approve' && data.role !== 'assist')

function endOf({ state, closedAt }: Need, events: readonly NeedEvent[]): Date | null {
  const last = (act: NeedEvent['act']) => events.findLast((event) => event.act === act)?.at ?? null
  switch (state) {
    case 'withdrawn':
      return last('withdraw')
    case 'merged':
      return last('merge')
    case 'rejected':
      return closedAt
    default:
      return null
  }
}

/**
 * Why an answer was never judged: fourteen days without a word, and then nobody on the phone either, or no phone to
 * call; or the second signature of those who ended it. Who was not reached counts once: where the silence counted.
 */
function unjudged(need: Need, events: readonly NeedEvent[]): Unjudged[] {
  const lapses = events.filter(({ act }) => act === 'lapse')
  const unheard = events.filter(({ act, data }) => act === 'callBack' && data.isReached === false)
  const isUnreached = (of: number): boolean =>
    unheard.filter(({ round }) => round === of).length >= callBackTries ||
    unheard.some(({ round, data }) => round === of && data.hasNoPhone)
  const signatures = events.filter(({ act }) => act === 'conclude')
  const second = signatures.filter((event, index) => signatures[index - 1]?.round === event.round)
  return [
    ...lapses.map(({ round, at }): Unjudged => ({
      round,
      at,
      why: isUnreached(round) ? 'notReached' : 'unrated',
    })),
    ...second
      .filter(({ round }) => round < need.round || need.state === 'closed')
      .map(({ round, at }): Unjudged => ({ round, at, why: 'concluded' })),
  ]
}

const countedRating = (rating: Rating, repeated: ReadonlySet<string>): CountedRating => {
  const { id, round, departmentId, level, saidSolved, isSolved, isContacted, ratedAt } = rating
  const said = { round, departmentId, level, saidSolved, isSolved, isContacted, ratedAt }
  return { ...said, isByTap: rating.source === 'tap', isRepeated: repeated.has(id) }
}

type AboutNeed = Complaint & { needId: string }
const isAboutNeed = (complaint: Complaint): complaint is AboutNeed => complaint.needId !== null

/** Those with a supervision order that was not revoked: `ix_supervision_order_need`. 督办率 is of needs. */
async function supervisedAmong(tx: Tx, needIds: readonly string[]): Promise<ReadonlySet<string>> {
  const orders = await tx.find(SupervisionOrder, {
    where: { needId: In([...needIds]) },
    select: { id: true, needId: true, state: true },
  })
  return new Set(orders.filter(({ state }) => state !== 'revoked').flatMap(({ needId }) => needId ?? []))
}

/** When each was last excluded, of those that were: `ix_score_exclusion_need`. */
async function excludedAmong(tx: Tx, needIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx.find(Exclusion, {
    where: { needId: In([...needIds]), state: 'confirmed' },
    order: { decidedAt: 'ASC' },
  })
  return new Map(rows.flatMap(({ needId, decidedAt }) => (decidedAt ? [[needId, decidedAt]] : [])))
}

export function grouped<Row extends { needId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.needId)
    if (group) group.push(row)
    else groups.set(row.needId, [row])
  }
  return groups
}
