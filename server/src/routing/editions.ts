import { Injectable } from '@nestjs/common'
import { type Tx, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { type EditionName, RoutingEdition } from './routing-edition.entity.js'

/** Milliseconds after which a change that another process has made counts here too. */
const CHECK = 5_000

/**
 * Which edition of the rules and of the model counts, as of at most five seconds ago: one read of a table of two
 * rows, however many needs come in. Whoever keeps something in memory compares the edition and reads anew.
 */
@Injectable()
export class Editions {
  private known: Promise<ReadonlyMap<EditionName, number>> | undefined
  private readAt = 0

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  async of(name: EditionName): Promise<number> {
    const now = this.present.now().getTime()
    if (!this.known || Math.abs(now - this.readAt) >= CHECK) {
      this.readAt = now
      this.known = this.read()
    }
    return (await this.known).get(name) ?? 0
  }

  /** To be called in the transaction that changes the rules or the model, and `look` after it. */
  async raise(tx: Tx, name: EditionName): Promise<void> {
    await tx.increment(RoutingEdition, { name }, 'edition', 1)
  }

  /** Has this process see at once what it has changed itself. */
  look(): void {
    this.known = undefined
  }

  private read(): Promise<ReadonlyMap<EditionName, number>> {
    const reading = this.unitOfWork.reader
      .find(RoutingEdition)
      .then((rows) => new Map(rows.map(({ name, edition }) => [name, edition])))
    // A failed reading is not kept: the next request tries again.
    reading.catch(() => this.look())
    return reading
  }
}
