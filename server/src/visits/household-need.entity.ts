import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'

/** Which need was filed for whom at which door. Both persons stand on the need: complainant and filer. */
@Entity('household_need')
@Index('uq_household_need_operation', ['filedById', 'operationId'], { unique: true })
@Index('ix_household_need_household', ['householdId', 'filedAt', 'needId'])
export class HouseholdNeed {
  @PrimaryColumn(id()) needId: string
  @Column(word(36)) operationId: string
  @Column(id()) householdId: string
  @Column(nullable(id())) residentId: string | null
  /** The UUID of the visit from which it was filed; the visit itself may arrive later. */
  @Column(nullable(word(36))) visitOperationId: string | null
  @Column(id()) filedById: string
  @Column(instant()) filedAt: Date
}
