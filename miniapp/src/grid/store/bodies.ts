import type { OperationKind } from '@minsheng/shared'
import type { HouseholdChangeBody, HouseholdNeedBody, TaskReportBody, VisitBody } from '@/services/api'

/** What an operation of each kind says. */
export interface Bodies {
  'visit.record': VisitBody
  'need.file': HouseholdNeedBody
  'household.change': HouseholdChangeBody
  'task.report': TaskReportBody
}
export type BodyOf<K extends OperationKind> = Bodies[K]
