import type { Urgency } from '@minsheng/shared'

/** What decides about the limits of a need. */
export interface Matter {
  urgency: Urgency
  categoryId: string | null
  fieldId: string | null
  communityId: string
  streetId: string
  /** Workdays until the answer by the routing rule that decided; null where it says nothing of time. */
  ruleWorkdays: number | null
}
