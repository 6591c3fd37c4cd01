import { calendarYears, WorkCalendar } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'

/** The calendar that counts in a place. */
@Injectable()
export class Timetable {
  private readonly everywhere = new WorkCalendar(calendarYears)

  calendar(_streetId: string | null): WorkCalendar {
    return this.everywhere
  }
}
