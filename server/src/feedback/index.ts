export { FeedbackModule } from './feedback.module.js'
export { Rating } from './rating.entity.js'
export { Ratings } from './rating.service.js'
