import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, nullable, word } from '../platform/database/index.js'

/** Somebody who lives in a household. All that is personal is encrypted. */
@Entity('household_resident')
@Index('ix_household_resident_household', ['householdId', 'position'])
@Index('ix_household_resident_person', ['personId'])
export class HouseholdResident {
  @PrimaryColumn(id()) id: string
  @Column(id()) householdId: string
  /** What the phone that entered them calls them; what it has written upon them says so. */
  @Column(nullable(word(36))) localId: string | null
  @Column({ type: 'integer' }) position: number
  @Column(word(255)) nameCipher: string
  @Column(nullable(word(255))) phoneCipher: string | null
  @Column(nullable(word(255))) idNumberCipher: string | null
  @Column(nullable(word(20))) relation: string | null
  /** The resident (who files needs) that this person is; once a need was filed for them. */
  @Column(nullable(id())) personId: string | null
}
