import { Column, Entity, PrimaryColumn } from 'typeorm'
import { word } from '../platform/database/index.js'

/** How many receipt numbers of a day are given out. Servers take them in blocks. */
@Entity('receipt_block')
export class ReceiptBlock {
  @PrimaryColumn(word(10)) date: string
  @Column({ type: 'integer' }) taken: number
}
