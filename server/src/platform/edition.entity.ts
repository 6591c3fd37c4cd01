import { Column, Entity, PrimaryColumn } from 'typeorm'
import { word } from './database/index.js'

/** Counts up when something that processes keep in memory has changed, so that each of them comes to know. */
@Entity('edition')
export class Edition {
  @PrimaryColumn(word(12)) name: string
  @Column({ type: 'integer' }) edition: number
}
