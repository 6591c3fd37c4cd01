import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { instant, word } from '../platform/database/index.js'

/** An event that WeChat has pushed, by its signature: the same one a second time is refused. Kept for a day. */
@Entity('wechat_event')
@Index('ix_wechat_event_at', ['at'])
export class WeChatEvent {
  @PrimaryColumn(word(40)) signature: string
  @Column(instant()) at: Date
}
