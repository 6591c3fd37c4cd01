export type { ScoreRow } from './scores.dto.js'
export { ScoresModule } from './scores.module.js'
export { Scores } from './scores.service.js'
