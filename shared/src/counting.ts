import { complaintResponseHours, type ComplaintState, isOpenComplaint } from './complaint-lifecycle.js'
import { mayDisclose, type Disclosable } from './disclosure.js'
import { type CountedKind, type Figure } from './figures.js'
import { asksForRework, type RatingLevel } from './need-lifecycle.js'
import { HOUR } from './time.js'
import type { WorkOrderState } from './work-order-lifecycle.js'

/** An order, as far as it counts. */
export interface CountedOrder {
  id: string
  round: number
  role: 'lead' | 'assist'
  state: WorkOrderState
  departmentId: string
  hasReturnRequest: boolean
  dispatchedAt: Date
  acceptDueAt: Date
  dueAt: Date
  acceptedAt: Date | null
  contactedAt: Date | null
  answeredAt: Date | null
}
/** A resident's judgement of one answer. */
export interface CountedRating {
  round: number
  departmentId: string
  level: RatingLevel
  saidSolved: boolean | null
  isSolved: boolean
  isContacted: boolean
  /** Of the resident's own accord, not asked by a call-back. */
  isByTap: boolean
  /** The same complainant has judged the same answer with another need: the master counts once per complainant. */
  isRepeated: boolean
  ratedAt: Date
}
/** That somebody could have judged an answer, and why that came to nothing. */
export interface Unjudged {
  round: number
  why: 'unrated' | 'notReached' | 'concluded'
  at: Date
}
/** About a need, or about the service as such. */
export interface CountedComplaint {
  departmentId: string | null
  state: ComplaintState
  filedAt: Date
  respondedAt: Date | null
  /** The 办结 due time that is in force: moved by an extension, new for a recheck. */
  answerDueAt: Date
  /** When the answer came that waits for the complainant; none while somebody still works on it. */
  answeredAt: Date | null
}

/** A need and what belongs to it, as far as it counts. */
export interface CountedNeed extends Omit<Disclosable, 'rating'> {
  departmentId: string | null
  round: number
  submittedAt: Date
  /** When it was withdrawn, rejected or merged; null in any other state. */
  endedAt: Date | null
  /** The first answer that the complainant got. */
  repliedAt: Date | null
  /** The plan's limit for a reply. */
  replyDueAt: Date
  isSupervised: boolean
  isDisclosed: boolean
  /** When two persons took what had been judged by then out of the rates; null when nobody has. */
  excludedAt: Date | null
  orders: readonly CountedOrder[]
  ratings: readonly CountedRating[]
  unjudged: readonly Unjudged[]
  complaints: readonly CountedComplaint[]
}

/** One dated thing that counts in some figures. Behind each number is the list of these. */
export interface Counted {
  kind: CountedKind
  at: Date
  departmentId: string | null
  workOrderId: string | null
  figures: readonly Figure[]
}

/** The plan: every need is replied to within so many workdays. */
export const replyWorkdays = 30
/** First contact, complaint response: clock hours, nights and holidays included. */
const afterHours = (at: Date): Date => new Date(at.getTime() + complaintResponseHours * HOUR)

/**
 * What a need counts for, now: each thing in figures of one kind, dated as `countedKinds` says. WORKFLOW §3, §4.
 * Pure, so that it can be counted again at any time with the same result.
 */
export function countedOf(need: CountedNeed, now: Date): Counted[] {
  return [
    theNeed(need, now),
    ...need.orders.filter(({ state }) => state !== 'cancelled').map((order) => theOrder(order, now)),
    ...need.orders.filter(isSomebodys).flatMap((order) => theAnswer(need, order, now) ?? []),
    ...judgements(need),
    ...need.complaints.map((complaint) => countedComplaint(complaint, now)),
  ]
}

/** The next moment at which a limit passes and the need counts otherwise though nobody acts; null when none will. */
export function countsOtherwiseAt(need: CountedNeed, now: Date): Date | null {
  const waiting = need.orders
    .filter(isSomebodys)
    .flatMap((order) => [
      !order.acceptedAt && order.acceptDueAt,
      !order.contactedAt && afterHours(order.dispatchedAt),
      !order.answeredAt && order.dueAt,
    ])
  const complaints = need.complaints.flatMap(limitsOfComplaint)
  return justAfterFirst([...waiting, ...complaints, !need.repliedAt && need.replyDueAt], now)
}

/** The same for a complaint about the service as such, which belongs to no need. */
export const complaintCountsOtherwiseAt = (complaint: CountedComplaint, now: Date): Date | null =>
  justAfterFirst(limitsOfComplaint(complaint), now)

/** What is due and not there; `false` where it is. */
type RunningLimit = Date | false

function justAfterFirst(limits: readonly RunningLimit[], now: Date): Date | null {
  const coming = limits.flatMap((at) => (at && at >= now ? at.getTime() + 1 : []))
  return coming.length > 0 ? new Date(Math.min(...coming)) : null
}

const limitsOfComplaint = ({
  state,
  respondedAt,
  filedAt,
  answerDueAt,
  answeredAt,
}: CountedComplaint): RunningLimit[] =>
  isOpenComplaint(state) ? [!respondedAt && afterHours(filedAt), !answeredAt && answerDueAt] : []

/** The figures whose condition holds. */
const named = (holds: Partial<Record<Figure, boolean>>): Figure[] =>
  (Object.keys(holds) as Figure[]).filter((figure) => holds[figure])

/** Returned or cancelled orders are nobody's work. */
const isSomebodys = ({ state }: CountedOrder): boolean => state !== 'returned' && state !== 'cancelled'

/** `…Due`: done, or past the limit. Overdue means now > due. WORKFLOW §5. */
const counts = (doneAt: Date | null, dueAt: Date, now: Date): boolean => doneAt !== null || now > dueAt
const isInTime = (doneAt: Date | null, dueAt: Date): boolean => doneAt !== null && doneAt <= dueAt

function theNeed(need: CountedNeed, now: Date): Counted {
  const { departmentId, submittedAt: at, repliedAt, replyDueAt, orders } = need
  const [first, ...later] = orders.filter(({ role, round }) => role === 'lead' && round === 1)
  const isReplyOwed = !['withdrawn', 'rejected', 'merged'].includes(need.state)
  const rating = need.ratings.find(({ round }) => round === need.round) ?? null
  const isDisclosable = mayDisclose({ ...need, rating })
  const wentElsewhere =
    first?.state === 'returned' || later.some((order) => order.departmentId !== first?.departmentId)
  const figures = named({
    filed: true,
    dispatched: first !== undefined,
    dispatchedOnce: first !== undefined && !wentElsewhere,
    supervised: need.isSupervised,
    replyDue: isReplyOwed && counts(repliedAt, replyDueAt, now),
    repliedInTime: isReplyOwed && isInTime(repliedAt, replyDueAt),
    disclosable: isDisclosable,
    disclosed: isDisclosable && need.isDisclosed,
  })
  return { kind: 'need', at, departmentId, workOrderId: null, figures }
}

function theOrder(order: CountedOrder, now: Date): Counted {
  const { id: workOrderId, departmentId, dispatchedAt: at, acceptedAt, acceptDueAt, contactedAt } = order
  const isWork = isSomebodys(order)
  const contactDueAt = afterHours(at)
  const figures = named({
    ordered: true,
    returnAsked: order.hasReturnRequest,
    acceptDue: isWork && counts(acceptedAt, acceptDueAt, now),
    acceptedInTime: isWork && isInTime(acceptedAt, acceptDueAt),
    contactDue: isWork && counts(contactedAt, contactDueAt, now),
    contactedInTime: isWork && isInTime(contactedAt, contactDueAt),
  })
  return { kind: 'order', at, departmentId, workOrderId, figures }
}

/** What is open and overdue is due too. WORKFLOW §4 "按时办结率". While the resident is asked, the limit rests. */
function theAnswer(need: CountedNeed, order: CountedOrder, now: Date): Counted | undefined {
  const { id: workOrderId, departmentId, dueAt, answeredAt, role, round } = order
  const isPaused = need.state === 'waiting' && role === 'lead'
  const isDue = answeredAt !== null || (!isPaused && now > dueAt)
  if (!isDue) return undefined
  const isLeadAnswer = role === 'lead' && answeredAt !== null
  const figures = named({
    answerDue: true,
    answered: answeredAt !== null,
    answeredInTime: isInTime(answeredAt, dueAt),
    openOverdue: answeredAt === null,
    leadAnswered: isLeadAnswer,
    reworked: isLeadAnswer && need.round > round,
  })
  return { kind: 'answer', at: dueAt, departmentId, workOrderId, figures }
}

/**
 * V, and those outside of it: each judgement that was given, or that could have been given, once. What two persons
 * excluded stays visible as excluded; what is judged after that counts: nobody signs for what was not said yet.
 */
function judgements(need: CountedNeed): Counted[] {
  const { departmentId, ratings, unjudged, state, endedAt, excludedAt } = need
  const judged = (at: Date, of: string | null, figures: readonly Figure[]): Counted => ({
    kind: 'judgement',
    at,
    departmentId: of,
    workOrderId: null,
    figures: excludedAt && at <= excludedAt ? ['excluded'] : figures,
  })
  const rounds = new Set(ratings.map(({ round }) => round))
  const ended = endedAt && endOf(state)
  return [
    ...ratings.map((rating) => judged(rating.ratedAt, rating.departmentId, ofRating(rating))),
    ...unjudged
      .filter(({ round }) => !rounds.has(round))
      .map(({ at, why }) => judged(at, departmentId, [why])),
    ...(ended ? [{ ...judged(endedAt, departmentId, []), figures: [ended] }] : []),
  ]
}

function endOf(state: CountedNeed['state']): 'withdrawn' | 'rejected' | 'merged' | null {
  return state === 'withdrawn' || state === 'rejected' || state === 'merged' ? state : null
}

function ofRating(rating: CountedRating): Figure[] {
  const { level, saidSolved: solved } = rating
  if (rating.isRepeated) return ['merged']
  return named({
    rated: true,
    contacted: rating.isContacted,
    solved: rating.isSolved,
    satisfied: level >= 4,
    fairlySatisfied: level === 3,
    byTap: rating.isByTap,
    sentBack: asksForRework({ level, solved }),
  })
}

/**
 * WORKFLOW §3: 24 小时响应率, 投诉解决率. What is void has its own column. What was answered in time and waits for the
 * complainant's word counts neither way; what was answered late counts as not resolved until it is.
 */
export function countedComplaint(complaint: CountedComplaint, now: Date): Counted {
  const { departmentId, state, filedAt: at, respondedAt, answerDueAt, answeredAt } = complaint
  const responseDueAt = afterHours(at)
  const isValid = state !== 'void'
  const isLate = isOpenComplaint(state) && (answeredAt ?? now) > answerDueAt
  const figures = named({
    complained: isValid,
    complaintResponseDue: isValid && counts(respondedAt, responseDueAt, now),
    complaintRespondedInTime: isValid && isInTime(respondedAt, responseDueAt),
    complaintDecided: state === 'resolved' || state === 'unresolved' || isLate,
    complaintResolved: state === 'resolved',
    complaintVoid: !isValid,
  })
  return { kind: 'complaint', at, departmentId, workOrderId: null, figures }
}
