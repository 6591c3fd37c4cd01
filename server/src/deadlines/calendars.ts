import {
  calendarMistakeWords,
  type CalendarTable,
  calendarTableOf,
  calendarYearOf,
  calendarYears,
  checkCalendar,
  missingYears,
} from '@minsheng/shared'
import { HttpStatus, Injectable, type OnModuleInit } from '@nestjs/common'
import { UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { Problem } from '../platform/problem.js'
import type { CalendarView } from './calendar.dto.js'
import { Timetable } from './timetable.js'
import { WorkCalendarYear } from './work-calendar.entity.js'

/** The tables of the years: which there are, which are missing, and loading one. WORKFLOW §5. */
@Injectable()
export class Calendars implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    private readonly timetable: Timetable,
  ) {}

  async onModuleInit(): Promise<void> {
    // In this order: a year that comes with the program is no reason for an alarm at the first start.
    await this.loadBuiltIn()
    await this.timetable.start()
  }

  /** Years that ought to be loaded and are not. */
  missing(): number[] {
    return missingYears(new Set(this.timetable.years.map(({ year }) => year)), this.present.now())
  }

  /** All years, the newest first: a handful. */
  async all(): Promise<CalendarView> {
    const rows = await this.unitOfWork.reader.find(WorkCalendarYear, { order: { year: 'DESC' } })
    return {
      items: rows.map(({ source, loadedAt, ...year }) => ({
        ...calendarTableOf(year),
        source,
        loadedAt: loadedAt.toISOString(),
      })),
      missingYears: this.missing(),
    }
  }

  /**
   * Loads the table of a year, or puts it in the place of the one there was: a notice can be corrected. Clocks
   * that run keep their due time, unless it was provisional.
   * @param byId who does it; null for a file
   * @throws Problem 422 `calendar_invalid`, with all that is wrong; nothing is changed then
   */
  async load(table: CalendarTable, source: string, byId: string | null): Promise<void> {
    const mistakes = checkCalendar(table)
    if (mistakes.length > 0) throw invalidCalendar(table.year, mistakes)
    await this.write(rowOf(calendarYearOf(table), source, this.present.now(), byId))
    await this.timetable.reload()
  }

  /** Loads what came with the program and is not there yet. */
  private async loadBuiltIn(): Promise<void> {
    for (const year of calendarYears)
      await this.write(rowOf(year, '国务院办公厅通知', this.present.now(), null), false)
  }

  private async write(row: WorkCalendarYear, mayReplace = true): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const insert = tx.createQueryBuilder().insert().into(WorkCalendarYear).values(row).updateEntity(false)
      if (!mayReplace) return insert.orIgnore().execute()
      const { affected } = await tx.update(WorkCalendarYear, { year: row.year }, row)
      return affected === 0 ? insert.execute() : undefined
    })
  }
}

const rowOf = (
  { year, holidays, makeUpWorkdays }: CalendarTable,
  source: string,
  loadedAt: Date,
  loadedById: string | null,
): WorkCalendarYear => ({
  year,
  holidays: [...holidays],
  makeUpWorkdays: [...makeUpWorkdays],
  source,
  loadedAt,
  loadedById,
})

function invalidCalendar(year: number, mistakes: ReturnType<typeof checkCalendar>): Problem {
  const fields = mistakes.map(({ code, what }) => ({
    field: code,
    message: `${what}：${calendarMistakeWords[code]}`,
  }))
  const title = `${year} 年的日历有误，没有载入。${fields[0]?.message ?? ''}，请改好后再载入`
  return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, 'calendar_invalid', title, {}, fields)
}
