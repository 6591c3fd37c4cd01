import {
  type CalendarYear,
  type DecidedLimit,
  type LimitedClock,
  limitFor,
  type LimitRule,
  shanghaiDate,
  WorkCalendar,
} from '@minsheng/shared'
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common'
import { Area } from '../places/index.js'
import { UnitOfWork } from '../platform/database/index.js'
import { ClockLimit, ruleOf } from './clock-limit.entity.js'
import type { Matter } from './matter.js'
import { AreaHours } from './area-hours.entity.js'
import { WorkCalendarYear } from './work-calendar.entity.js'

/** Milliseconds after which a change that another server has made counts here too. */
const REFRESH = 30_000

interface Loaded {
  years: readonly CalendarYear[]
  /** By the area whose hours they are. */
  calendars: ReadonlyMap<string, WorkCalendar>
  everywhere: WorkCalendar
  parents: ReadonlyMap<string, string | null>
  rules: readonly LimitRule[]
}

/** Told when the calendar, the hours or the limits have been read. `isNew`: other years than before. */
type Told = (isNew: boolean) => void

/**
 * Calendar, working hours and limits, few and needed by every act: in memory, read again every half minute, so
 * that servers on one database agree within a minute, without asking one another.
 */
@Injectable()
export class Timetable implements BeforeApplicationShutdown {
  private readonly logger = new Logger('timetable')
  private readonly told: Told[] = []
  private loaded = arranged([], [], [], [])
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** From now on until the application stops. */
  async start(): Promise<void> {
    await this.reload()
    this.timer = setInterval(() => void this.refresh(), REFRESH)
    this.timer.unref()
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer)
  }

  onReload(tell: Told): void {
    this.told.push(tell)
  }

  get years(): readonly CalendarYear[] {
    return this.loaded.years
  }

  /** The calendar that counts in a street: with the hours of the nearest area that has its own. */
  calendar(streetId: string | null): WorkCalendar {
    const { calendars, everywhere } = this.loaded
    const own = this.areasAbove(streetId).find((areaId) => calendars.has(areaId))
    return calendars.get(own ?? '') ?? everywhere
  }

  /** The limit that counts for a clock that starts now. */
  limit(kind: LimitedClock, matter: Matter, startAt: Date): DecidedLimit {
    const { urgency, categoryId, fieldId, communityId, streetId, ruleWorkdays } = matter
    const categoryIds = [categoryId, fieldId].filter((id) => id !== null)
    const areaIds = [communityId, ...this.areasAbove(streetId)]
    const limited = { urgency, categoryIds, areaIds, ruleWorkdays }
    return limitFor(this.loaded.rules, kind, limited, shanghaiDate(startAt))
  }

  /** To be called after something was changed; other servers see it by themselves. */
  async reload(): Promise<void> {
    const { reader } = this.unitOfWork
    const [years, hours, rules, areas] = await Promise.all([
      reader.find(WorkCalendarYear, { order: { year: 'ASC' } }),
      reader.find(AreaHours),
      reader.find(ClockLimit, { order: { id: 'ASC' } }),
      reader.find(Area, { select: { id: true, parentId: true }, where: { level: 'street' } }),
    ])
    const before = JSON.stringify(this.loaded.years)
    this.loaded = arranged(years, hours, rules, areas)
    const isNew = JSON.stringify(this.loaded.years) !== before
    for (const tell of this.told) tell(isNew)
  }

  /** What is known stays when the database is away for a while. */
  private async refresh(): Promise<void> {
    try {
      await this.reload()
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : String(error))
    }
  }

  private areasAbove(streetId: string | null): string[] {
    if (streetId === null) return []
    const districtId = this.loaded.parents.get(streetId)
    return districtId ? [streetId, districtId] : [streetId]
  }
}

function arranged(
  tables: readonly WorkCalendarYear[],
  hours: readonly AreaHours[],
  limits: readonly ClockLimit[],
  streets: readonly Pick<Area, 'id' | 'parentId'>[],
): Loaded {
  const years = tables.map(({ year, holidays, makeUpWorkdays }) => ({ year, holidays, makeUpWorkdays }))
  return {
    years,
    calendars: new Map(hours.map((own) => [own.areaId, new WorkCalendar(years, own.hours)])),
    everywhere: new WorkCalendar(years),
    parents: new Map(streets.map(({ id, parentId }) => [id, parentId])),
    rules: limits.map(ruleOf),
  }
}
