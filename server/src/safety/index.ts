export { Flagged } from './flagged.js'
export { SafetyModule } from './safety.module.js'
