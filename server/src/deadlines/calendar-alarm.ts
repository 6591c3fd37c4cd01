import { shanghaiDate } from '@minsheng/shared'
import { Injectable, Logger } from '@nestjs/common'
import { Gauge } from 'prom-client'
import { Metrics } from '../platform/metrics.js'
import { Present } from '../platform/present.js'
import { Warnings } from '../platform/warnings.js'
import { Calendars } from './calendars.js'
import { Timetable } from './timetable.js'

/** A year without its table is loud: in the log once a day, in the metrics, in /readyz. WORKFLOW §5. */
@Injectable()
export class CalendarAlarm {
  private readonly logger = new Logger('calendar')
  private toldOn = ''

  constructor(
    private readonly calendars: Calendars,
    private readonly present: Present,
    timetable: Timetable,
    warnings: Warnings,
    metrics: Metrics,
  ) {
    timetable.onReload(() => this.tell())
    warnings.watch(() => calendars.missing().map((year) => `work_calendar_missing:${year}`))
    new Gauge({
      name: 'work_calendar_missing_years',
      help: 'Years that ought to have a table of holidays and have none',
      registers: [metrics.registry],
      collect() {
        this.set(calendars.missing().length)
      },
    })
  }

  private tell(): void {
    const today = shanghaiDate(this.present.now())
    const missing = this.calendars.missing()
    if (missing.length === 0 || this.toldOn === today) return
    this.toldOn = today
    this.logger.error(`no calendar for ${missing.join(', ')}: due times are provisional until it is loaded`)
  }
}
