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
  order(urgency: Urgency, startAt: Date, isRework: boolean): Record<'accept' | 'contact' | 'answer', Running> {
    const answer = clockLimits.answer[urgency]
    return {
      accept: this.running('accept', clockLimits.accept[urgency], startAt),
      contact: this.running('contact', clockLimits.contact[urgency], startAt),
      answer: this.running('answer', isRework ? reworkLimit(answer) : answer, startAt),
    }
  }

  /**
   * The answer clock of a department that got the need by a decided return: it keeps the first start, but the
   * department has at least half its limit from now. WORKFLOW §2 "decideReturn".
   */
  afterReturn(urgency: Urgency, firstDue: Due, now: Date): Running {
    const half = this.running('answer', reworkLimit(clockLimits.answer[urgency]), now)
    return half.dueAt >= firstDue.dueAt ? half : { ...half, ...firstDue }
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

  /** Until when an item counts as due soon: the end of the next workday. */
  soonUntil(now: Date): Date {
    return this.calendar.afterWorkdays(now, 1).dueAt
  }

  private running(kind: ClockKind, limit: Limit, startAt: Date): Running {
    return { kind, limit, startAt, ...dueAfter(startAt, limit, this.calendar) }
  }
}
