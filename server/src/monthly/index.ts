export { CategoryMonths } from './category-months.js'
export { MonthlyModule } from './monthly.module.js'
export { MonthlyTopic } from './monthly-topic.entity.js'
export { MonthlyTopics } from './monthly-topics.js'
