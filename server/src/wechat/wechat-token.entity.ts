import { Column, Entity, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'

/** The access token that all servers share. Whoever holds the lease fetches the next one. */
@Entity('wechat_token')
export class WeChatToken {
  @PrimaryColumn(word(64)) appId: string
  @Column(nullable(word(512))) token: string | null
  @Column(instant()) expiresAt: Date
  @Column(nullable(id())) leaseOwner: string | null
  @Column(instant()) leaseUntil: Date
}
