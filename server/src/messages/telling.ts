import type { TemplateKind, TemplateValue } from '../platform/config.js'

/** Something that somebody is to be told. */
export interface Telling {
  personId: string
  needId: string
  /** What staff open from here. */
  workOrderId?: string | null
  supervisionOrderId?: string | null
  words: string
  at: Date
  /** Also by WeChat or SMS, as far as the person has allowed it. */
  message?: { kind: TemplateKind; values: Readonly<Record<TemplateValue, string>> }
}
