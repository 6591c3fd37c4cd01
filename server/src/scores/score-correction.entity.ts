import { Column, Entity, Index } from 'typeorm'
import { word } from '../platform/database/index.js'
import { CountedColumns } from './counted-columns.js'

/** What has become of an item since its month was frozen: it counts no more as it did, or it has come since. */
export type CorrectionKind = 'gone' | 'added'

/**
 * By what the items of a frozen month differ from those of today: a row for each that is gone, as it was, and for
 * each that was added, with the id of its item. What was counted when the month was frozen is what is counted today,
 * less what was added, and what is gone. docs/adr/0156
 */
@Entity('score_correction')
@Index('ix_score_correction_need', ['needId'])
@Index('ix_score_correction_kind', ['correction', 'kind', 'at', 'id'])
@Index('ix_score_correction_department', ['departmentId', 'correction', 'kind', 'at', 'id'])
@Index('ix_score_correction_street', ['streetId', 'correction', 'kind', 'at', 'id'])
export class ScoreCorrection extends CountedColumns {
  @Column(word(5)) correction: CorrectionKind
  /** Of its marks those that changed: what else it counts in, it did then and does now. */
  @Column({ type: 'integer' }) changedMarks: number
}
