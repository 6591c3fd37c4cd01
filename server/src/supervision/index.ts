export { Reminders } from './reminder.service.js'
export { type StaffTelling, StaffNotices } from './staff-notices.js'
export { Subjects } from './subjects.js'
export {
  type Supervised,
  type SupervisedChange,
  supervisedComplaint,
  type SupervisedComplaints,
  type SupervisionData,
} from './supervised.js'
export { SupervisionModule } from './supervision.module.js'
export { SupervisionOrder } from './supervision-order.entity.js'
export { SupervisionOrders } from './supervision-order.service.js'
