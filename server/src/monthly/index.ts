export { MonthlyModule } from './monthly.module.js'
