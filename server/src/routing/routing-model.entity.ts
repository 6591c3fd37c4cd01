import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, nullable, word } from '../platform/database/index.js'
import type { SiteFigures } from './classifier/site-figures.js'

/** Made and waiting for a person; the one that routes; the ones before it; the ones that were taken back. */
export const modelStates = ['candidate', 'live', 'former', 'withdrawn'] as const
export type ModelState = (typeof modelStates)[number]

/** A model that was trained on this city's texts. Without a live one, the model that comes with the program routes. */
@Entity('routing_model')
@Index('ix_routing_model_state', ['state', 'decidedAt'])
export class RoutingModel {
  /** From 1 on: 0 is the one that comes with the program. */
  @PrimaryColumn({ type: 'integer' }) version: number
  @Column(word(12)) state: ModelState
  /** The model's bytes in base64: of the types that both databases have, only this one holds more than 64 KB. */
  @Column(json()) bytes: string
  /** Measured on texts that it was not trained on, beside the model that was live then. */
  @Column(json()) figures: SiteFigures
  /** Where the texts came from: the name of a ledger's file, or `database`. */
  @Column(word(100)) source: string
  @Column(instant()) madeAt: Date
  @Column(id()) madeById: string
  /** When it was made live, or taken back, and by whom. */
  @Column(nullable(instant())) decidedAt: Date | null
  @Column(nullable(id())) decidedById: string | null
}
