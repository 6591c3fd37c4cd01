export { Clock } from './clock.entity.js'
export { type ClockPatch, Deadlines, type Matter, type Running } from './deadlines.js'
export { DeadlinesModule } from './deadlines.module.js'
export { type StageHandler, Timers } from './timers.js'
