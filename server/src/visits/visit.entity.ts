import type { Meeting, VisitTag } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { degrees, id, instant, json, nullable, word } from '../platform/database/index.js'

/** 走访: one time at one door. Append-only. */
@Entity('visit')
@Index('uq_visit_operation', ['workerId', 'operationId'], { unique: true })
@Index('ix_visit_household', ['householdId', 'visitedAt', 'id'])
@Index('ix_visit_grid', ['gridId', 'visitedAt', 'id'])
export class Visit {
  @PrimaryColumn(id()) id: string
  /** The phone's UUID. */
  @Column(word(36)) operationId: string
  @Column(id()) householdId: string
  @Column(id()) gridId: string
  @Column(id()) workerId: string
  @Column(word(10)) meeting: Meeting
  /** Who was met, of those who live there. */
  @Column(nullable(id())) residentId: string | null
  @Column({ type: 'text', nullable: true }) saidCipher: string | null
  @Column(json()) tags: VisitTag[]
  @Column(json()) attachmentIds: string[]
  @Column(nullable(word(10))) nextVisitOn: string | null
  /** Where it was recorded, GCJ-02: at the visit only, and only if the worker's phone gave it. */
  @Column(nullable(degrees())) longitude: number | null
  @Column(nullable(degrees())) latitude: number | null
  @Column(instant()) visitedAt: Date
  @Column(instant()) receivedAt: Date
}
