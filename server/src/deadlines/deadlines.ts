import {
  type ClockKind,
  type DecidedLimit,
  dueAfter,
  dueOf,
  HOUR,
  isInLastTenth,
  type Light,
  lightOf,
  type Limit,
  type LimitedClock,
  ratingLimit,
  returnCap,
  returnLimit,
  reworkLimit,
  stageAfter,
  stageAt,
  type Urgency,
  type WorkCalendar,
  workdaysIn,
} from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In, IsNull, MoreThan } from 'typeorm'
import { type Tx, UnitOfWork } from '../platform/database/index.js'
import { Clock } from './clock.entity.js'
import type { Matter } from './matter.js'
import { Timetable } from './timetable.js'

/** A clock as it is to be started. */
export type Running = Omit<
  Clock,
  'id' | 'needId' | 'workOrderId' | 'departmentId' | 'stoppedAt' | 'breachedAt' | 'leaseOwner'
>

/** What changes when a clock goes on another way. */
export type ClockPatch = Partial<
  Pick<
    Clock,
    | 'startAt'
    | 'limitAmount'
    | 'limitUnit'
    | 'dueAt'
    | 'firstDueAt'
    | 'isProvisional'
    | 'pauses'
    | 'stage'
    | 'nextAt'
  >
>

/** How long things may take. The one place on the server that turns limits into times. WORKFLOW §5. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly timetable: Timetable,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The clock of a need that waits to be dispatched. */
  dispatch(matter: Matter, startAt: Date): Running {
    return this.running('dispatch', this.timetable.limit('dispatch', matter, startAt), matter, startAt)
  }

  /** How long the answer to a need may take that is dispatched now, and whose word that is. docs/adr/0143 */
  answerLimit(matter: Matter, startAt: Date): DecidedLimit {
    return this.timetable.limit('answer', matter, startAt)
  }

  /** The three clocks of a work order. All start at dispatch, not at acceptance. A rework has half the limits. */
  order(matter: Matter, startAt: Date, isRework: boolean): Record<'accept' | 'contact' | 'answer', Running> {
    const limit = (kind: LimitedClock) => this.timetable.limit(kind, matter, startAt)
    const answer = limit('answer')
    return {
      accept: this.running('accept', limit('accept'), matter, startAt),
      contact: this.running('contact', limit('contact'), matter, startAt),
      answer: this.running('answer', isRework ? reworkLimit(answer) : answer, matter, startAt),
    }
  }

  /**
   * The answer clock of a need whose category was corrected after it was dispatched: with the limit that it has
   * now, from the first dispatch, but as after a return at least half of it is left.
   */
  answerSince(matter: Matter, since: Date, now: Date): Running {
    const limit = this.timetable.limit('answer', matter, since)
    const whole = this.running('answer', limit, matter, since)
    const half = this.running('answer', reworkLimit(limit), matter, now)
    return half.dueAt > whole.dueAt ? half : whole
  }

  /**
   * The answer clock of a department that got the need by a decided return: the first clock goes on, but the
   * department has at least half of its own limit. WORKFLOW §2 "decideReturn".
   */
  afterReturn(own: Running, first: Clock, matter: Matter): Running {
    const half = this.running('answer', reworkLimit(limitOf(own)), matter, own.startAt)
    if (half.dueAt > first.dueAt) return half
    const { kind, limitAmount, limitUnit, startAt, dueAt, firstDueAt, isProvisional, pauses } = first
    const { streetId } = matter
    const goingOn = {
      kind,
      limitAmount,
      limitUnit,
      startAt,
      dueAt,
      firstDueAt,
      isProvisional,
      pauses,
      streetId,
    }
    return { ...goingOn, ...this.atStage(goingOn, stageAfter(kind, null) ?? null) }
  }

  /** How long an answer waits for its rating. WORKFLOW §1 "answer". */
  rating(matter: Matter, startAt: Date): Running {
    return this.running('rating', ratingLimit, matter, startAt)
  }

  /** A clock with a limit of its own, such as that of a question to the resident. */
  running(kind: ClockKind, limit: Limit, { streetId }: Pick<Clock, 'streetId'>, startAt: Date): Running {
    const due = dueAfter(startAt, limit, this.calendar(streetId))
    return this.started(kind, limit, { startAt, streetId, ...due })
  }

  /** A clock that ends at a moment that somebody has named, such as that of a plan. */
  until(kind: ClockKind, { streetId }: Matter, startAt: Date, dueAt: Date): Running {
    const limit: Limit = { amount: (dueAt.getTime() - startAt.getTime()) / HOUR, unit: 'hours' }
    return this.started(kind, limit, { startAt, streetId, dueAt, isProvisional: false })
  }

  /** The open clock of an order, or with null that of the need itself, to be changed in the same transaction. */
  async open(tx: Tx, kind: ClockKind, of: { needId: string; workOrderId: string | null }): Promise<Clock> {
    const { needId, workOrderId } = of
    return tx.findOneByOrFail(Clock, {
      needId,
      kind,
      workOrderId: workOrderId ?? IsNull(),
      stoppedAt: IsNull(),
    })
  }

  /** The clocks that run until the answers of the orders of these needs, by order: `ix_clock_need`. */
  async answersOf(needIds: readonly string[], manager: EntityManager): Promise<Map<string, Clock>> {
    const running = { needId: In([...needIds]), kind: 'answer' as const, stoppedAt: IsNull() }
    const clocks = await manager.findBy(Clock, running)
    return new Map(clocks.flatMap((clock) => (clock.workOrderId ? [[clock.workOrderId, clock]] : [])))
  }

  /** Open clocks whose due time is provisional, after one of them. A range of `ix_clock_provisional`. */
  provisional(after: string, size: number): Promise<Clock[]> {
    return this.unitOfWork.reader.find(Clock, {
      where: { isProvisional: true, id: MoreThan(after), stoppedAt: IsNull() },
      order: { id: 'ASC' },
      take: size,
    })
  }

  /** Those of one need, to be changed in the same transaction. */
  openProvisional(tx: Tx, needId: string): Promise<Clock[]> {
    return tx.findBy(Clock, { needId, isProvisional: true, stoppedAt: IsNull() })
  }

  /** From now on the time does not count. */
  paused({ pauses }: Clock, at: Date): ClockPatch {
    return { pauses: [...(pauses ?? []), { from: at.toISOString(), to: null }], nextAt: null }
  }

  /** The time counts again; what did not count is added to the due time. WORKFLOW §5. */
  resumed(clock: Clock, at: Date): ClockPatch {
    const ended = (clock.pauses ?? []).map(({ from, to }) => ({ from, to: to ?? at.toISOString() }))
    return this.moved({ ...clock, pauses: ended })
  }

  /** So many workdays more. What was promised first stays visible. WORKFLOW §2 "extend". */
  extended(clock: Clock, workdays: number): ClockPatch {
    const more = workdaysIn(clock.limitUnit, workdays)
    return this.moved({ ...clock, limitAmount: clock.limitAmount + more })
  }

  /**
   * A clock goes on as another one that is due earlier: with its start, limit and pauses, so that it is due then
   * however often it is computed. A pause of its own goes on. WORKFLOW §1 "merge".
   */
  likewise(clock: Clock, { startAt, limitAmount, limitUnit, pauses }: Clock): ClockPatch {
    const running = isPaused(clock) ? (clock.pauses ?? []).slice(-1) : []
    const as = { startAt, limitAmount, limitUnit, pauses: [...(pauses ?? []), ...running] }
    return { startAt, ...this.moved({ ...clock, ...as }) }
  }

  /** Another limit, from the original start. */
  limited(clock: Clock, { amount, unit }: Limit): ClockPatch {
    return this.moved({ ...clock, limitAmount: amount, limitUnit: unit })
  }

  /** Until when a department may ask to return an order. */
  returnUntil(dispatchedAt: Date, streetId: string): Date {
    const after = (limit: Limit) => dueAfter(dispatchedAt, limit, this.calendar(streetId)).dueAt
    const [until, cap] = [after(returnLimit), after(returnCap)]
    return cap < until ? cap : until
  }

  /** Whether it is too late to ask the complainant anything. WORKFLOW §1 "ask". */
  isInLastTenth(
    order: { dispatchedAt: Date; dueAt: Date; urgency: Urgency; streetId: string },
    now: Date,
  ): boolean {
    return isInLastTenth({ ...order, startAt: order.dispatchedAt }, now, this.calendar(order.streetId))
  }

  light(item: { startAt: Date; dueAt: Date; urgency: Urgency; streetId: string }, now: Date): Light {
    return lightOf(item, now, this.calendar(item.streetId))
  }

  /** The first moment that is not soon any more: just after the end of the next workday, at which most is due. */
  laterFrom(now: Date): Date {
    return new Date(this.calendar(null).afterWorkdays(now, 1).dueAt.getTime() + 1)
  }

  /** The close of the so manieth workday after a moment, as a town counts its workdays. */
  afterWorkdays(start: Date, workdays: number, streetId: string): Date {
    return this.calendar(streetId).afterWorkdays(start, workdays).dueAt
  }

  /** The same clock as its calendar and its limit have it now, at the stage where it is. */
  moved(clock: Clock): ClockPatch {
    const { limitAmount, limitUnit, pauses, stage } = clock
    const due = dueOf(timingOf(clock), this.calendar(clock.streetId))
    const isMoved = due.dueAt.getTime() !== clock.dueAt.getTime()
    return {
      limitAmount,
      limitUnit,
      pauses,
      ...due,
      firstDueAt: clock.firstDueAt ?? (isMoved ? clock.dueAt : null),
      ...this.atStage({ ...clock, ...due }, stage),
    }
  }

  /** Where a clock stands once a stage is the next; nothing happens to one that is paused. */
  atStage(
    clock: Pick<Running, 'kind' | 'startAt' | 'dueAt' | 'limitAmount' | 'limitUnit' | 'pauses' | 'streetId'>,
    stage: Clock['stage'],
  ): Pick<Clock, 'stage' | 'nextAt'> {
    if (stage === null || isPaused(clock)) return { stage, nextAt: null }
    const timing = { ...timingOf(clock), dueAt: clock.dueAt }
    return { stage, nextAt: stageAt(clock.kind, stage, timing, this.calendar(clock.streetId)) }
  }

  private started(
    kind: ClockKind,
    { amount: limitAmount, unit: limitUnit }: Limit,
    times: Pick<Clock, 'startAt' | 'dueAt' | 'isProvisional' | 'streetId'>,
  ): Running {
    const clock = { kind, limitAmount, limitUnit, ...times, firstDueAt: null, pauses: null }
    return { ...clock, ...this.atStage(clock, stageAfter(kind, null) ?? null) }
  }

  private calendar(streetId: string | null): WorkCalendar {
    return this.timetable.calendar(streetId)
  }
}

export const isPaused = ({ pauses }: Pick<Clock, 'pauses'>): boolean => pauses?.at(-1)?.to === null

export const limitOf = ({ limitAmount, limitUnit }: Pick<Clock, 'limitAmount' | 'limitUnit'>): Limit => ({
  amount: limitAmount,
  unit: limitUnit,
})

const timingOf = (clock: Pick<Clock, 'startAt' | 'limitAmount' | 'limitUnit' | 'pauses'>) => ({
  startAt: clock.startAt,
  limit: limitOf(clock),
  pauses: clock.pauses ?? [],
})
