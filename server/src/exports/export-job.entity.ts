import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { asNumber, id, instant, nullable, word } from '../platform/database/index.js'
import type { Scope } from '../scores/index.js'

/** The needs as a list, as a workbook; or the figures of the period as a report. */
export const exportFormats = ['csv', 'xlsx', 'docx'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportStates = ['waiting', 'running', 'done', 'cancelled', 'failed', 'expired'] as const
export type ExportState = (typeof exportStates)[number]

/**
 * A file that somebody has asked for: who, of what, why, and how far it is. The row stays as the log of the export when
 * the file is long gone. docs/adr/0115
 */
@Entity('export_job')
@Index('ix_export_job_owner', ['ownerId', 'createdAt', 'id'])
@Index('ix_export_job_next', ['nextAt', 'id'])
@Index('uq_export_job_open', ['openFor'], { unique: true })
export class ExportJob {
  @PrimaryColumn(id()) id: string
  @Column(id()) ownerId: string
  /** The owner while it waits or runs, so that nobody has two under way. */
  @Column(nullable(id())) openFor: string | null
  @Column(word(4)) format: ExportFormat
  @Column(word(10)) state: ExportState
  /** Filed from ≤ … < until. */
  @Column(instant()) periodFrom: Date
  @Column(instant()) periodUntil: Date
  @Column(word(10)) scopeKind: Scope['kind']
  @Column(id()) scopeId: string
  @Column(word(60)) scopeName: string
  /** Why it is not all that there is. */
  @Column(nullable(word(200))) cutReason: string | null
  /** What it is wanted for. */
  @Column(word(200)) purpose: string
  /** How many there were when it began. */
  @Column(nullable({ type: 'integer' } as const)) rowsTotal: number | null
  @Column({ type: 'integer' }) rowsWritten: number
  @Column(nullable({ type: 'bigint', transformer: asNumber } as const)) bytes: number | null
  @Column(nullable(word(200))) failure: string | null
  @Column({ type: 'integer' }) attempts: number
  @Column({ type: 'integer' }) downloads: number
  @Column(nullable(instant())) downloadedAt: Date | null
  @Column(instant()) createdAt: Date
  @Column(nullable(instant())) finishedAt: Date | null
  /** When there is something to do: to write it, to take it over from a server that died, to throw the file away. */
  @Column(nullable(instant())) nextAt: Date | null
  @Column(nullable(id())) leaseOwner: string | null
}
