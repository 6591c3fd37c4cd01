import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'

/** Who read whose personal data unmasked, or took it away on paper, when and why. Append-only. */
@Entity('personal_data_read')
@Index('ix_personal_data_read_need', ['needId', 'at'])
@Index('ix_personal_data_read_subject', ['subjectId', 'at'])
@Index('ix_personal_data_read_staff', ['staffId', 'at'])
export class PersonalDataRead {
  @PrimaryColumn(id()) id: string
  @Column(id()) staffId: string
  /** Null for what was read of a household. */
  @Column(nullable(id())) needId: string | null
  @Column(word(20)) what: 'contactPhone' | 'idNumber' | 'gridDownload' | 'household' | 'orderSheet'
  /** The resident of a household, the household, or the grid. */
  @Column(nullable(id())) subjectId: string | null
  @Column(word(200)) reason: string
  @Column(instant()) at: Date
}
