import type { CategoryMonthCounts } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, word } from '../platform/database/index.js'

/** What was filed of a category in a month, as it was a day after the month's end. Counted once, never changed. */
@Entity('category_month')
@Index('ix_category_month_category', ['categoryId', 'month'])
export class CategoryMonth implements CategoryMonthCounts {
  @PrimaryColumn(word(7)) month: string
  @PrimaryColumn(id()) categoryId: string
  @Column({ type: 'integer' }) needs: number
  @Column({ type: 'integer' }) needsBefore: number
  @Column({ type: 'integer' }) rated: number
  @Column({ type: 'integer' }) solved: number
}
