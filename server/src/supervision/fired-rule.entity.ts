import { Column, Entity, PrimaryColumn } from 'typeorm'
import { instant, word } from '../platform/database/index.js'

/** A rule of WORKFLOW §6 that has fired for its subject, and so does not again, whoever hears of it how often. */
@Entity('fired_rule')
export class FiredRule {
  @PrimaryColumn(word(80)) key: string
  @Column(instant()) at: Date
}
