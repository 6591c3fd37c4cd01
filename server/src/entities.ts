import { Attachment } from './attachments/attachment.entity.js'
import { CallBack } from './callbacks/call-back.entity.js'
import { AreaHours } from './deadlines/area-hours.entity.js'
import { ClockLimit } from './deadlines/clock-limit.entity.js'
import { Clock } from './deadlines/clock.entity.js'
import { Disclosure } from './disclosure/disclosure.entity.js'
import { LimitScope } from './deadlines/limit-scope.entity.js'
import { WorkCalendarYear } from './deadlines/work-calendar.entity.js'
import { ExportJob } from './exports/export-job.entity.js'
import { ComplaintEvidence } from './feedback/complaint-evidence.entity.js'
import { ComplaintEvent } from './feedback/complaint-event.entity.js'
import { Complaint } from './feedback/complaint.entity.js'
import { FollowUp } from './feedback/follow-up.entity.js'
import { Rating } from './feedback/rating.entity.js'
import { ExtensionRequest } from './handling/extension-request.entity.js'
import { MergedNeed } from './handling/merged-need.entity.js'
import { NeedEvent } from './handling/need-event.entity.js'
import { Need } from './handling/need.entity.js'
import { WorkOrder } from './handling/work-order.entity.js'
import { ReceiptBlock } from './intake/receipt-block.entity.js'
import { Lookalike } from './lookalikes/lookalike.entity.js'
import { TopicNeed } from './lookalikes/topic-need.entity.js'
import { TopicTurn } from './lookalikes/topic-turn.entity.js'
import { Topic } from './lookalikes/topic.entity.js'
import { CategoryMonth } from './monthly/category-month.entity.js'
import { MonthlyTopic } from './monthly/monthly-topic.entity.js'
import { Notice } from './messages/notice.entity.js'
import { Outbox } from './messages/outbox.entity.js'
import { Subscription } from './messages/subscription.entity.js'
import { Department } from './people/department.entity.js'
import { PersonalDataRead } from './people/personal-data-read.entity.js'
import { PhoneCode } from './people/phone-code.entity.js'
import { Resident } from './people/resident.entity.js'
import { Session } from './people/session.entity.js'
import { Staff } from './people/staff.entity.js'
import { Area } from './places/area.entity.js'
import { Entry } from './places/entry.entity.js'
import { Edition } from './platform/edition.entity.js'
import { IdempotencyKey } from './platform/idempotency/idempotency-key.entity.js'
import { Category } from './routing/category.entity.js'
import { RoutingExample } from './routing/routing-example.entity.js'
import { RoutingModel } from './routing/routing-model.entity.js'
import { RoutingRule } from './routing/routing-rule.entity.js'
import { ContentCheck } from './safety/content-check.entity.js'
import { Exclusion } from './scores/exclusion.entity.js'
import { FreezeTurn } from './scores/freeze-turn.entity.js'
import { NeedCount } from './scores/need-count.entity.js'
import { RateSchemeRow } from './scores/rate-scheme.entity.js'
import { ScoreCorrection } from './scores/score-correction.entity.js'
import { ScoreItem } from './scores/score-item.entity.js'
import { ScoreMonth, ScoreSnapshot, ScoreSum } from './scores/score-sum.entity.js'
import { FiredRule } from './supervision/fired-rule.entity.js'
import { NeedGroup } from './supervision/need-group.entity.js'
import { Occurrence } from './supervision/occurrence.entity.js'
import { RepeatedNeed } from './supervision/repeated-need.entity.js'
import { SupervisionOrder } from './supervision/supervision-order.entity.js'
import { GridAssignment } from './visits/grid-assignment.entity.js'
import { GridBook } from './visits/grid-book.entity.js'
import { GridTask } from './visits/grid-task.entity.js'
import { HouseholdNeed } from './visits/household-need.entity.js'
import { HouseholdResident } from './visits/household-resident.entity.js'
import { Household } from './visits/household.entity.js'
import { TaskReport } from './visits/task-report.entity.js'
import { VisitMonth } from './visits/visit-month.entity.js'
import { Visit } from './visits/visit.entity.js'
import { WeChatEvent } from './wechat/wechat-event.entity.js'
import { WeChatToken } from './wechat/wechat-token.entity.js'

/** Every table of the database. */
export const entities = [
  Area,
  AreaHours,
  Attachment,
  CallBack,
  Category,
  CategoryMonth,
  Clock,
  ClockLimit,
  Complaint,
  ComplaintEvent,
  ComplaintEvidence,
  ContentCheck,
  Department,
  Disclosure,
  Entry,
  Exclusion,
  ExportJob,
  ExtensionRequest,
  FiredRule,
  FollowUp,
  FreezeTurn,
  GridAssignment,
  GridBook,
  GridTask,
  Household,
  HouseholdNeed,
  HouseholdResident,
  IdempotencyKey,
  LimitScope,
  Lookalike,
  MergedNeed,
  MonthlyTopic,
  Need,
  NeedCount,
  NeedEvent,
  NeedGroup,
  Notice,
  Occurrence,
  Outbox,
  PersonalDataRead,
  PhoneCode,
  RateSchemeRow,
  Rating,
  ReceiptBlock,
  RepeatedNeed,
  Resident,
  Edition,
  RoutingExample,
  RoutingModel,
  RoutingRule,
  ScoreCorrection,
  ScoreItem,
  ScoreMonth,
  ScoreSnapshot,
  ScoreSum,
  Session,
  Staff,
  Subscription,
  SupervisionOrder,
  TaskReport,
  Topic,
  TopicNeed,
  TopicTurn,
  Visit,
  VisitMonth,
  WeChatEvent,
  WeChatToken,
  WorkCalendarYear,
  WorkOrder,
]
