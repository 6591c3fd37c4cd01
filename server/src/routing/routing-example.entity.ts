import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, nullable, word } from '../platform/database/index.js'

export type ExampleSource = 'resident' | 'dispatcher'

/** What a person said the right category or department is. A learned model is trained on these. */
@Entity('routing_example')
@Index('ix_routing_example_at', ['at', 'id'])
export class RoutingExample {
  @PrimaryColumn(id()) id: string
  @Column(id()) needId: string
  @Column(word(12)) source: ExampleSource
  @Column(id()) categoryId: string
  @Column(nullable(id())) departmentId: string | null
  @Column(nullable(id())) guessedCategoryId: string | null
  @Column(instant()) at: Date
}
