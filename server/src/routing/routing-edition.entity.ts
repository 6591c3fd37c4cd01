import { Column, Entity, PrimaryColumn } from 'typeorm'
import { word } from '../platform/database/index.js'

export const editionNames = ['rules', 'model'] as const
export type EditionName = (typeof editionNames)[number]

/** Counts up when the rules, or the model, have changed: so every process on the database comes to know. */
@Entity('routing_edition')
export class RoutingEdition {
  @PrimaryColumn(word(12)) name: EditionName
  @Column({ type: 'integer' }) edition: number
}
