export { SubmitNeedBody } from './intake.dto.js'
export { IntakeModule } from './intake.module.js'
export { Intake } from './intake.service.js'
