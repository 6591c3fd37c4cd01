import { Entity, Index } from 'typeorm'
import { CountedColumns } from './counted-columns.js'

/**
 * One dated thing that counts in some figures: what is behind a number. Written anew whenever its need counts
 * otherwise; the sums are the sums of these rows, always. docs/adr/0080
 */
@Entity('score_item')
@Index('ix_score_item_need', ['needId'])
@Index('ix_score_item_kind', ['kind', 'at', 'id'])
@Index('ix_score_item_department', ['departmentId', 'kind', 'at', 'id'])
@Index('ix_score_item_street', ['streetId', 'kind', 'at', 'id'])
export class ScoreItem extends CountedColumns {}
