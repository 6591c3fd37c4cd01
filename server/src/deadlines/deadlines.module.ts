import { Module } from '@nestjs/common'
import { Deadlines } from './deadlines.js'
import { Timers } from './timers.js'
import { Timetable } from './timetable.js'

/** Calendar, limits, clocks, and what happens when their time comes. */
@Module({ providers: [Deadlines, Timers, Timetable], exports: [Deadlines, Timers] })
export class DeadlinesModule {}
