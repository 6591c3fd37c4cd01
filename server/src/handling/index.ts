export { Acting } from './acting.js'
export { Assisting } from './assisting.service.js'
export { Concluding } from './concluding.service.js'
export { AuditTrail, needTrail } from './audit-trail.js'
export { Dispatching } from './dispatching.js'
export { Extending } from './extending.service.js'
export { brokenAt, chainHash, chainStart } from './event-chain.js'
export { HandlingModule } from './handling.module.js'
export { isComplainant } from './capacities.js'
export { needNotFound, workOrderNotFound } from './loading.js'
export { Merging } from './merging.service.js'
export { MergingTogether, type Together } from './merging-together.js'
export { deskEvents } from './desk-events.js'
export { placeOf } from './dispatching.js'
export { NeedActs, type Verdict } from './need-acts.service.js'
export { type Actor, changedMeanwhile, NeedChange, system } from './need-change.js'
export { type EventActor, NeedEvent } from './need-event.entity.js'
export {
  AspectLevelsDto,
  AttachmentIds,
  IdOf,
  NamedView,
  NeedView,
  PageQuery,
  TogetherView,
} from './need.dto.js'
export { Need } from './need.entity.js'
export { NeedStore } from './need.store.js'
export { NeedViews } from './need.views.js'
export { Planning } from './planning.service.js'
export { Supplementing } from './supplementing.service.js'
export { DeskEvent, WorkOrderView } from './work-order.dto.js'
export { isOpen, WorkOrder } from './work-order.entity.js'
export { WorkOrderActs } from './work-order-acts.service.js'
export { WorkOrderViews } from './work-order.views.js'
export type { Named } from './words.js'
