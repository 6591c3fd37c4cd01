import type { CountedKind } from '@minsheng/shared'
import { Column, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'
import type { NeedSource } from './dimensions.js'

/** What is known of one dated thing that counts in some figures. */
export abstract class CountedColumns {
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  @Column(nullable(id())) workOrderId: string | null
  @Column(word(10)) kind: CountedKind
  @Column(instant()) at: Date
  /** Empty while nobody works for it. */
  @Column(id()) departmentId: string
  @Column(id()) fieldId: string
  @Column(id()) streetId: string
  /** Null of what was counted before communities were; docs/adr/0137. */
  @Column(nullable(id())) communityId: string | null
  @Column(word(10)) source: NeedSource
  /** One bit for each figure of its kind, in their order. */
  @Column({ type: 'integer' }) marks: number
}
