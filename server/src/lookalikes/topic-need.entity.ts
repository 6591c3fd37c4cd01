import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant } from '../platform/database/index.js'

/** A need of a topic. */
@Entity('topic_need')
@Index('ix_topic_need_topic', ['topicId', 'at', 'needId'])
export class TopicNeed {
  @PrimaryColumn(id()) needId: string
  @Column(id()) topicId: string
  @Column(instant()) at: Date
}
