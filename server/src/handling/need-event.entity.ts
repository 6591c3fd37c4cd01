import type {
  AnswerResult,
  ContactWay,
  DecidedLimit,
  NeedAct,
  NeedState,
  AspectLevels,
  RatingLevel,
  RejectReason,
  SupervisionAct,
  SupervisionCause,
  SupervisionLevel,
  WorkOrderAct,
  WorkOrderState,
} from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, nullable, word } from '../platform/database/index.js'
import type { RoutingRecord } from '../routing/index.js'

/** Acts of persons and timers, and what the calendar brings. */
export type EventAct =
  | NeedAct
  | WorkOrderAct
  | SupervisionAct
  | 'remind'
  | 'recompute'
  | 'followUp'
  | 'callBack'
  | 'proposeExclusion'
  | 'confirmExclusion'
  | 'declineExclusion'
export type EventActor = 'resident' | 'staff' | 'system'

/** What an act added. Which fields an act has follows from the act. */
export interface EventData {
  aspects?: AspectLevels
  attachmentIds?: string[]
  categoryId?: string
  cause?: SupervisionCause
  departmentId?: string
  departmentIds?: string[]
  /** What a merge has stopped, for the split to restore. */
  before?: Before
  confidence?: number
  dueAt?: string
  /** When and where the photos of an answer were taken, where the phone did not say it. */
  evidenceNote?: string
  /** The order whose answer clock this one's goes on with, pauses and all. */
  goesOnFrom?: string
  /** Whether what was done still holds, four weeks later. Not said when it is only asked. */
  holds?: boolean
  /** Of a call that cannot be made: the complainant gave no phone. */
  hasNoPhone?: true
  how?: ContactWay
  /** 绿色通道 */
  isGreenChannel?: boolean
  isGranted?: boolean
  isReached?: boolean
  legalBasis?: string
  /** How long the answer may take from this dispatch on, and whose word that is. */
  limit?: DecidedLimit
  level?: RatingLevel
  masterId?: string
  /** The receipt numbers of the needs that were merged into this one. */
  merged?: string[]
  note?: string
  owner?: string
  /** The day in Shanghai that is promised to the public. */
  publicAt?: string
  reason?: string
  rejectReason?: RejectReason
  result?: AnswerResult
  /** Only where it is about an order that assists. */
  role?: 'assist'
  /** How the system came to its department, or to none. */
  routing?: RoutingRecord
  solved?: boolean | null
  suggestedDepartmentId?: string
  supervisionLevel?: SupervisionLevel
  supervisionNo?: string
  tags?: string[]
  text?: string
  words?: string | null
  workdays?: number
}

/** The state of a need when it was merged, its open orders, and the clocks that ran. */
export interface Before {
  state: NeedState
  orders: { id: string; state: WorkOrderState }[]
  clockIds: string[]
}

/** Something that happened to a need. Append-only; each row holds the hash of the one before it. */
@Entity('need_event')
@Index('uq_need_event_sequence', ['needId', 'sequence'], { unique: true })
export class NeedEvent {
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  @Column({ type: 'integer' }) sequence: number
  @Column({ type: 'integer' }) round: number
  @Column(nullable(id())) workOrderId: string | null
  @Column(word(20)) act: EventAct
  @Column(word(8)) actorKind: EventActor
  @Column(nullable(id())) actorId: string | null
  @Column(instant()) at: Date
  @Column(json()) data: EventData
  @Column(word(64)) previousHash: string
  @Column(word(64)) hash: string
}
