import type { OperationKind } from '@minsheng/shared'
import type {
  HouseholdAddBody,
  HouseholdChangeBody,
  HouseholdNeedBody,
  TaskReportBody,
  VisitBody,
} from '@/services/api'

/** What an operation of each kind says. */
export interface Bodies {
  'visit.record': VisitBody
  'need.file': HouseholdNeedBody
  'household.add': HouseholdAddBody
  'household.change': HouseholdChangeBody
  'task.report': TaskReportBody
}
export type BodyOf<K extends OperationKind> = Bodies[K]
