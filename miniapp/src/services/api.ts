/**
 * What the server speaks, under the names that the screens use. Made from its OpenAPI document
 * (api.gen.ts); the server's test fails when the two differ. Ids have 26 characters, times are ISO 8601 in UTC.
 */
import type { components } from './api.gen'

type Schemas = components['schemas']

export type PersonView = Schemas['PersonView']
export type SessionView = Schemas['SessionView']
export type PhoneCodeView = Schemas['PhoneCodeView']
export type SetupView = Schemas['SetupView']
export type DemoAccount = Schemas['DemoAccount']

export type AreaView = Schemas['AreaView']
export type EntryView = Schemas['EntryView']
export type CategoryView = Schemas['CategoryView']
export type DepartmentView = Schemas['DepartmentView']
export type AttachmentView = Schemas['AttachmentView']

export type LookalikesBody = Schemas['LookalikesBody']
export type LookalikeView = Schemas['LookalikeView']
export type NewNeed = Schemas['SubmitNeedBody']
export type NoticeView = Schemas['NoticeView']
export type SubscriptionView = Schemas['SubscriptionView']
export type NeedSummary = Schemas['NeedSummary']
export type NeedView = Schemas['NeedView']
export type ProgressView = Schemas['ProgressView']
export type TimelineEntry = Schemas['TimelineEntry']
export type RatingView = Schemas['RatingView']
export type NewRating = Schemas['RateBody']
export type TriageView = Schemas['TriageView']
export type RoutingView = Schemas['RoutingView']
export type RuleView = Schemas['RuleView']
export type WhyView = Schemas['WhyView']

export type WorkOrderSummary = Schemas['WorkOrderSummary']
export type WorkOrderView = Schemas['WorkOrderView']
export type WorkOrderCounts = Schemas['WorkOrderCounts']
export type UnmaskedContact = Schemas['UnmaskedContact']
export type OtherOrder = Schemas['OtherOrder']
export type ExtensionItem = Schemas['ExtensionItem']

export type FlaggedView = Schemas['FlaggedView']
export type Decision = Schemas['DecideBody']['decision']
export type GivenUpView = Schemas['GivenUpView']

export type ComplaintView = Schemas['ComplaintView']
export type ComplaintCase = Schemas['ComplaintCase']
export type RespondBody = Schemas['RespondBody']
export type ComplaintSaid = Schemas['ComplaintSaidBody']
export type InvestigateBody = Schemas['InvestigateBody']
export type ExtendComplaintBody = Schemas['ExtendComplaintBody']
export type AnswerComplaintBody = Schemas['AnswerComplaintBody']
export type EvidenceView = Schemas['EvidenceView']
export type FollowUpView = Schemas['FollowUpView']

export type SolvedView = Schemas['SolvedView']
export type PublicRates = Schemas['PublicRates']
export type PublicRatesView = Schemas['PublicRatesView']

export type ScoreBy = Schemas['ScoreGroup']
export type ScoreRow = Schemas['ScoreRow']
export type ScoresView = Schemas['ScoresView']
export type ScoreItemView = Schemas['ScoreItemView']
export type TargetView = Schemas['TargetView']

export type SupervisionSummary = Schemas['SupervisionSummary']
export type SupervisionView = Schemas['SupervisionView']
export type ListedSupervision = Schemas['ListedSupervision']
export type SuperviseBody = Schemas['SuperviseBody']
export type TogetherView = Schemas['TogetherView']
export type TopicView = Schemas['TopicView']
export type TopicMember = Schemas['TopicMember']
export type NeedGroupView = Schemas['NeedGroupView']
export type RepeatedNeedView = Schemas['RepeatedNeedView']

/** The bodies of acts. */
export type ReopenBody = Schemas['ReopenBody']
export type SaidBody = Schemas['SaidBody']
export type CorrectCategoryBody = Schemas['CorrectCategoryBody']
export type DispatchBody = Schemas['DispatchBody']
export type RejectBody = Schemas['RejectBody']
export type ContactBody = Schemas['ContactBody']
export type AnswerBody = Schemas['AnswerBody']
export type ReturnBody = Schemas['ReturnBody']
export type DecideReturnBody = Schemas['DecideReturnBody']
export type ApproveBody = Schemas['ApproveBody']
export type SendBackBody = Schemas['SendBackBody']
export type AssistBody = Schemas['AssistBody']
export type WaiveBody = Schemas['WaiveBody']
export type ExtendBody = Schemas['ExtendBody']
export type DecideExtensionBody = Schemas['DecideExtensionBody']
export type AskBody = Schemas['AskBody']
export type PlanBody = Schemas['PlanBody']
export type ConcludeBody = Schemas['ConcludeBody']

/** A page of a list, and where the next one begins. */
export interface Paged<T> {
  items: T[]
  nextCursor: string | null
}

export type AreaHoursView = Schemas['AreaHoursView']
export type CalendarBody = Schemas['CalendarBody']
export type CalendarView = Schemas['CalendarView']
export type CalendarYearView = Schemas['CalendarYearView']
export type LimitBody = Schemas['LimitBody']
export type LimitView = Schemas['LimitView']

export type HouseholdView = Schemas['HouseholdView']
export type GridView = Schemas['GridView']
export type GridTaskView = Schemas['GridTaskView']
export type ChangesView = Schemas['ChangesView']
export type PhoneKeyView = Schemas['PhoneKeyView']
export type VisitBody = Schemas['VisitBody']
export type HouseholdNeedBody = Schemas['HouseholdNeedBody']
export type HouseholdChangeBody = Schemas['HouseholdChangeBody']
export type TaskReportBody = Schemas['TaskReportBody']
export type SyncBody = Schemas['SyncBody']
export type SyncView = Schemas['SyncView']
