export { SubmitNeedBody } from './intake.dto.js'
export { IntakeModule } from './intake.module.js'
export { type Complainant, Intake } from './intake.service.js'
