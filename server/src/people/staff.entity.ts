import type { Role } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, nullable, word } from '../platform/database/index.js'

/** Somebody who works for a department, the hotline or a grid. */
@Entity('staff')
@Index('uq_staff_account', ['account'], { unique: true })
@Index('ix_staff_department', ['departmentId', 'areaId'])
export class Staff {
  @PrimaryColumn(id()) id: string
  @Column(word(40)) account: string
  @Column(word(255)) passwordHash: string
  @Column(word(40)) name: string
  @Column(json()) roles: Role[]
  @Column(nullable(id())) departmentId: string | null
  @Column(nullable(id())) areaId: string | null
  @Column({ type: 'boolean' }) isActive: boolean
  @Column(instant()) createdAt: Date
}
