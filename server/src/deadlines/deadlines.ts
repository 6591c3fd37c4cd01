import {
  calendarYears,
  type ClockKind,
  clockLimits,
  type Due,
  dueAfter,
  type Light,
  lightOf,
  type Limit,
  ratingLimit,
  returnLimit,
  reworkLimit,
  type Urgency,
  WorkCalendar,
} from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import type { Tx } from '../platform/database/index.js'
import { Clock } from './clock.entity.js'

export interface Running extends Due {
  kind: ClockKind
  limit: Limit
  startAt: Date
}

/** How long things may take. The one place on the server that turns limits into times. WORKFLOW §5. */
@Injectable()
export class Deadlines {
  private readonly calendar = new WorkCalendar(calendarYears)

  /** The clock of a need that waits to be dispatched. */
  dispatch(urgency: Urgency, startAt: Date): Running {
    return this.running('dispatch', clockLimits.dispatch[urgency], startAt)
  }

  /** The three clocks of a work order. All start at dispatch, not at acceptance. A rework has half the limits. */
  order(
    urgency: Urgency,
    startAt: Date,
    isRework: boolean,
  ): Record<'accept' | 'contact' | 'answer', Running> {
    const answer = clockLimits.answer[urgency]
    return {
      accept: this.running('accept', clockLimits.accept[urgency], startAt),
      contact: this.running('contact', clockLimits.contact[urgency], startAt),
      answer: this.running('answer', isRework ? reworkLimit(answer) : answer, startAt),
    }
  }

  /**
   * The answer clock of a department that got the need by a decided return: the first clock goes on, but the
   * department has at least half of its own limit. WORKFLOW §2 "decideReturn".
   */
  afterReturn(own: Running, first: Running): Running {
    const half = this.running('answer', reworkLimit(own.limit), own.startAt)
    return half.dueAt > first.dueAt ? half : first
  }

  /** The answer clock of an order, as it was started. */
  async answerClock(tx: Tx, order: { id: string; needId: string }): Promise<Running> {
    const { needId, id: workOrderId } = order
    const clock = await tx.findOneByOrFail(Clock, { needId, kind: 'answer', workOrderId })
    const { kind, startAt, dueAt, isProvisional, limitAmount: amount, limitUnit: unit } = clock
    return { kind, startAt, dueAt, isProvisional, limit: { amount, unit } }
  }

  /** How long an answer waits for its rating. WORKFLOW §1 "answer". */
  rating(startAt: Date): Running {
    return this.running('rating', ratingLimit, startAt)
  }

  /** Until when a department may ask to return an order. */
  returnUntil(dispatchedAt: Date): Date {
    return dueAfter(dispatchedAt, returnLimit, this.calendar).dueAt
  }

  light(item: { startAt: Date; dueAt: Date; urgency: Urgency }, now: Date): Light {
    return lightOf(item, now, this.calendar)
  }

  /** The first moment that is not soon any more: just after the end of the next workday, at which most is due. */
  laterFrom(now: Date): Date {
    return new Date(this.calendar.afterWorkdays(now, 1).dueAt.getTime() + 1)
  }

  private running(kind: ClockKind, limit: Limit, startAt: Date): Running {
    return { kind, limit, startAt, ...dueAfter(startAt, limit, this.calendar) }
  }
}
