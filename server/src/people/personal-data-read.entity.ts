import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, word } from '../platform/database/index.js'

/** Who read whose personal data unmasked, when and why. Append-only. */
@Entity('personal_data_read')
@Index('ix_personal_data_read_need', ['needId', 'at'])
@Index('ix_personal_data_read_staff', ['staffId', 'at'])
export class PersonalDataRead {
  @PrimaryColumn(id()) id: string
  @Column(id()) staffId: string
  @Column(id()) needId: string
  @Column(word(20)) what: 'contactPhone'
  @Column(word(200)) reason: string
  @Column(instant()) at: Date
}
