import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'

/** A person who files needs. Known by WeChat, by phone, or by both. Phone and name are encrypted. */
@Entity('resident')
@Index('uq_resident_wechat', ['weChatIndex'], { unique: true })
@Index('uq_resident_identity', ['identityIndex'], { unique: true })
@Index('uq_resident_phone', ['phoneIndex'], { unique: true })
export class Resident {
  @PrimaryColumn(id()) id: string
  /** Blind index and cipher: open ids differ by case, which not every database's collation sees. */
  @Column(nullable(word(64))) weChatIndex: string | null
  @Column(nullable(word(255))) weChatCipher: string | null
  @Column(nullable(word(255))) phoneCipher: string | null
  /** Blind index: finds a phone without storing it readable. */
  @Column(nullable(word(64))) phoneIndex: string | null
  /** Blind index of the ID number that a provider has vouched for; the number itself is nowhere. */
  @Column(nullable(word(64))) identityIndex: string | null
  @Column(nullable(word(255))) nameCipher: string | null
  @Column(instant()) createdAt: Date
}
