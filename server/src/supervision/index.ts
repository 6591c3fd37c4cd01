export { Reminders } from './reminder.service.js'
export { SupervisionModule } from './supervision.module.js'
export { SupervisionOrder } from './supervision-order.entity.js'
export { SupervisionOrders } from './supervision-order.service.js'
