import { Module } from '@nestjs/common'
import { Deadlines } from './deadlines.js'
import { TimerClaims } from './timer-claims.js'
import { TimerEngine } from './timer-engine.js'
import { Timers } from './timers.js'
import { Timetable } from './timetable.js'

/** Calendar, limits, clocks, and what happens when their time comes. */
@Module({
  providers: [Deadlines, TimerClaims, TimerEngine, Timers, Timetable],
  exports: [Deadlines, TimerEngine, Timers],
})
export class DeadlinesModule {}
