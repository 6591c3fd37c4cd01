import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'

/** What somebody is told inside of the app: the source of truth, whatever became of WeChat and SMS. */
@Entity('notice')
@Index('ix_notice_person', ['personId', 'at', 'id'])
@Index('ix_notice_unread', ['personId', 'readAt'])
export class Notice {
  @PrimaryColumn(id()) id: string
  @Column(id()) personId: string
  @Column(nullable(id())) needId: string | null
  /** What staff open from here. */
  @Column(nullable(id())) workOrderId: string | null
  @Column(nullable(id())) supervisionOrderId: string | null
  @Column(word(200)) words: string
  @Column(instant()) at: Date
  @Column(nullable(instant())) readAt: Date | null
}
