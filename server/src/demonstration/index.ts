export { demonstrationPassword, shownAccounts } from './accounts.js'
export { DemonstrationModule } from './demonstration.module.js'
