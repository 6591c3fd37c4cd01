import type { TemplateKind, TemplateValue } from '../platform/config.js'

/** Something that somebody is to be told. */
export interface Telling {
  personId: string
  /** Null when it is about no need; it is then told inside of the app alone. */
  needId: string | null
  /** What staff open from here. */
  workOrderId?: string | null
  supervisionOrderId?: string | null
  words: string
  at: Date
  /** Also by WeChat or SMS, as far as the person has allowed it. */
  message?: { kind: TemplateKind; values: Readonly<Record<TemplateValue, string>> }
}
