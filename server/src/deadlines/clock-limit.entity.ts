import type { Limit, LimitedClock, LimitRule, Urgency } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { asNumber, id, instant, nullable, word } from '../platform/database/index.js'

/** A limit that an administrator has set, for some needs and some time. */
@Entity('clock_limit')
@Index('ix_clock_limit_created', ['createdAt', 'id'])
export class ClockLimit {
  @PrimaryColumn(id()) id: string
  @Column(word(12)) kind: LimitedClock
  @Column(nullable(word(12))) urgency: Urgency | null
  @Column(nullable(id())) categoryId: string | null
  @Column(nullable(id())) areaId: string | null
  @Column({ type: 'decimal', precision: 8, scale: 2, transformer: asNumber }) limitAmount: number
  @Column(word(12)) limitUnit: Limit['unit']
  @Column(word(10)) validFrom: string
  @Column(nullable(word(10))) validUntil: string | null
  @Column(instant()) createdAt: Date
  @Column(id()) createdById: string
}

/** As the rules of `shared/` take it. */
export const ruleOf = ({ limitAmount, limitUnit, ...rule }: ClockLimit): LimitRule & { id: string } => ({
  ...rule,
  limit: { amount: limitAmount, unit: limitUnit },
})
