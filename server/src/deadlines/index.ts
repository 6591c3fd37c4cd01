export { Clock } from './clock.entity.js'
export { Deadlines, type Running } from './deadlines.js'
export { DeadlinesModule } from './deadlines.module.js'
