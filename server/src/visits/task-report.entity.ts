import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, nullable, word } from '../platform/database/index.js'

/** What a grid worker reports of a task. Append-only: the newest of a household counts. */
@Entity('task_report')
@Index('uq_task_report_operation', ['workerId', 'operationId'], { unique: true })
@Index('ix_task_report_task', ['taskId', 'householdId', 'id'])
@Index('ix_task_report_received', ['taskId', 'receivedAt', 'id'])
export class TaskReport {
  @PrimaryColumn(id()) id: string
  @Column(word(36)) operationId: string
  @Column(id()) taskId: string
  /** Null where the task is one for the whole grid. */
  @Column(nullable(id())) householdId: string | null
  @Column(id()) workerId: string
  @Column(nullable(word(40))) choice: string | null
  @Column({ type: 'text', nullable: true }) wordsCipher: string | null
  @Column(json()) attachmentIds: string[]
  @Column(instant()) reportedAt: Date
  @Column(instant()) receivedAt: Date
}
