import { Column, Entity, PrimaryColumn } from 'typeorm'
import { instant, word } from '../platform/database/index.js'

/** Whose turn it is to make the topics: one row, which one of many servers moves on. STACK A6 */
@Entity('topic_turn')
export class TopicTurn {
  @PrimaryColumn(word(16)) name: string
  @Column(instant()) nextAt: Date
}
