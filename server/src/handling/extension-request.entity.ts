import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant } from '../platform/database/index.js'

/** 延期申请: an order whose handler has asked for more time and waits for a supervisor. Gone once that is decided or the order is over. */
@Entity('extension_request')
@Index('ix_extension_request_asked', ['askedAt', 'id'])
export class ExtensionRequest {
  /** The order's. */
  @PrimaryColumn(id()) id: string
  @Column(instant()) askedAt: Date
}
