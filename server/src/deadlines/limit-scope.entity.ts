import type { LimitedClock } from '@minsheng/shared'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { word } from '../platform/database/index.js'

/** The limits of one kind. Its version goes up with each of them that is set or ended. */
@Entity('limit_scope')
export class LimitScope {
  @PrimaryColumn(word(12)) kind: LimitedClock
  @Column({ type: 'integer' }) version: number
}
