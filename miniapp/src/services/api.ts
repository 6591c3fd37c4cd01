/** What the server speaks. Ids have 26 characters, times are ISO 8601 in UTC. */
import type {
  AnswerResult,
  DangerKind,
  NeedAct,
  NeedState,
  RatingLevel,
  Role,
  WorkOrderAct,
  WorkOrderState,
} from '@minsheng/shared'

export interface Named {
  id: string
  name: string
}

export interface PersonView {
  id: string
  kind: 'resident' | 'staff'
  name: string | null
  phoneMasked: string | null
  roles: Role[]
  department: Named | null
  areaId: string | null
}

export interface SessionView {
  accessToken: string
  refreshToken: string
  expiresIn: number
  person: PersonView
}

export interface DemoAccount {
  account: string
  password: string
  name: string
  roles: Role[]
  departmentName: string | null
}

export interface SetupView {
  district: { name: string; center: { latitude: number; longitude: number } }
  demonstration: boolean
  hotline: string
  demoAccounts?: DemoAccount[]
}

export interface AreaView extends Named {
  level: 'district' | 'street' | 'community' | 'grid'
  parentId: string | null
  streetName: string | null
  latitude: number
  longitude: number
}

export type Urgency = 'critical' | 'urgent' | 'inquiry' | 'ordinary' | 'complex'

export interface CategoryView extends Named {
  level: 1 | 2
  parentId: string | null
  urgency: Urgency
  evidenceRequired: boolean
}

export interface DepartmentView extends Named {
  kind: 'bureau' | 'utility' | 'town' | 'street'
}

export interface AttachmentView {
  id: string
  kind: 'photo' | 'voice' | 'video'
  contentType: string
  bytes: number
  url: string
  thumbnailUrl: string | null
  durationSeconds: number | null
}

export interface CategoryOfNeed extends Named {
  fieldName: string
}

export interface TimelineEntry {
  at: string
  title: string
  detail: string | null
  attachments: AttachmentView[]
  kind: 'done' | 'now'
}

export interface NeedSummary {
  id: string
  receiptNo: string
  title: string
  state: NeedState
  stateWords: string
  department: Named | null
  dueAt: string | null
  isOverdue: boolean
  submittedAt: string
  awaitsRating: boolean
  attachmentsCount: number
}

export interface AnswerView {
  text: string
  result: AnswerResult
  attachments: AttachmentView[]
  at: string
}

export interface RatingView {
  level: RatingLevel
  solved: boolean | null
  tags: string[]
  words: string | null
}

export interface NeedView extends NeedSummary {
  text: string
  category: CategoryOfNeed | null
  categoryCorrectable: boolean
  area: (Named & { streetName: string | null }) | null
  address: string | null
  anonymous: boolean
  contactPhoneMasked: string | null
  round: number
  dueProvisional: boolean
  danger: DangerKind[]
  attachments: AttachmentView[]
  timeline: TimelineEntry[]
  next: string
  answer: (AnswerView & { departmentName: string | null }) | null
  rating: RatingView | null
  allowedActs: NeedAct[]
  version: number
}

export type ProgressView = Pick<
  NeedView,
  'receiptNo' | 'state' | 'stateWords' | 'department' | 'dueAt' | 'isOverdue' | 'submittedAt' | 'next'
> & { timeline: Omit<TimelineEntry, 'attachments'>[] }

export interface TriageView {
  id: string
  receiptNo: string
  text: string
  title: string
  areaName: string | null
  submittedAt: string
  dispatchDueAt: string | null
  danger: DangerKind[]
  guesses: { category: CategoryOfNeed; department: Named | null; confidence: number }[]
  attachments: AttachmentView[]
  kind: 'need' | 'return'
  workOrderId: string | null
  returnReason: string | null
}

export type Light = 'green' | 'yellow' | 'red'

export interface WorkOrderSummary {
  id: string
  needId: string
  receiptNo: string
  title: string
  state: WorkOrderState
  role: 'lead' | 'assist'
  round: number
  department: Named
  categoryName: string | null
  areaName: string | null
  urgency: Urgency
  dueAt: string
  isOverdue: boolean
  light: Light
  dispatchedAt: string
  attachmentsCount: number
}

export interface WorkOrderEvent {
  at: string
  words: string
  byName: string | null
  detail: string | null
  attachments: AttachmentView[]
}

export interface WorkOrderView extends WorkOrderSummary {
  text: string
  address: string | null
  place: { latitude: number; longitude: number } | null
  attachments: AttachmentView[]
  anonymous: boolean
  contact: { nameMasked: string | null; phoneMasked: string | null } | null
  acceptDueAt: string | null
  contactDueAt: string | null
  dueProvisional: boolean
  acceptedAt: string | null
  contactedAt: string | null
  evidenceRequired: boolean
  events: WorkOrderEvent[]
  answer: AnswerView | null
  previousRating: RatingView | null
  allowedActs: WorkOrderAct[]
  version: number
  returnRequest: { reason: string; legalBasis: string | null; suggestedDepartment: Named | null } | null
}

export interface WorkOrderCounts {
  pending: number
  working: number
  reviewing: number
  returning: number
  overdue: number
}

export type ScoreBy = 'department' | 'field' | 'area'

export interface ScoreRow {
  id: string | null
  name: string
  filed: number
  answered: number
  rated: number
  solved: number
  contactRate: number | null
  solvedRate: number | null
  satisfaction: number | null
  composite: number | null
  onTimeRate: number | null
  reworks: number
  openOverdue: number
  rank: number | null
}

export interface ScoresView {
  from: string
  to: string
  by: ScoreBy
  total: ScoreRow
  items: ScoreRow[]
}

export interface Paged<T> {
  items: T[]
  nextCursor: string | null
}
