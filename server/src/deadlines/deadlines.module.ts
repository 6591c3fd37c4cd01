import { Module } from '@nestjs/common'
import { PeopleModule } from '../people/index.js'
import { PlacesModule } from '../places/index.js'
import { CalendarAlarm } from './calendar-alarm.js'
import { CalendarController } from './calendar.controller.js'
import { Calendars } from './calendars.js'
import { Deadlines } from './deadlines.js'
import { Hours } from './hours.js'
import { LimitController } from './limit.controller.js'
import { Limits } from './limits.js'
import { TimerClaims } from './timer-claims.js'
import { TimerEngine } from './timer-engine.js'
import { Timers } from './timers.js'
import { Timetable } from './timetable.js'

/** Calendar, limits, clocks, and what happens when their time comes. */
@Module({
  imports: [PeopleModule, PlacesModule],
  controllers: [CalendarController, LimitController],
  providers: [
    CalendarAlarm,
    Calendars,
    Deadlines,
    Hours,
    Limits,
    TimerClaims,
    TimerEngine,
    Timers,
    Timetable,
  ],
  exports: [Calendars, Deadlines, TimerEngine, Timers, Timetable],
})
export class DeadlinesModule {}
