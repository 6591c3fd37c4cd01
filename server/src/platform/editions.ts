import { Injectable } from '@nestjs/common'
import { type Tx, UnitOfWork } from './database/index.js'
import { Edition } from './edition.entity.js'
import { Present } from './present.js'

/** Milliseconds after which a change that another process has made counts here too. */
const CHECK = 5_000

/**
 * Which edition counts of what processes keep in memory, as of at most five seconds ago: one read of a table of a
 * few rows, however many requests come in.
 */
@Injectable()
export class Editions {
  private known: Promise<ReadonlyMap<string, number>> | undefined
  private readAt = 0

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  async of(name: string): Promise<number> {
    const now = this.present.now().getTime()
    if (!this.known || Math.abs(now - this.readAt) >= CHECK) {
      this.readAt = now
      this.known = this.read()
    }
    return (await this.known).get(name) ?? 0
  }

  /** Has this process see at once what it has changed itself. */
  look(): void {
    this.known = undefined
  }

  private read(): Promise<ReadonlyMap<string, number>> {
    const reading = this.unitOfWork.reader
      .find(Edition)
      .then((rows) => new Map(rows.map(({ name, edition }) => [name, edition])))
    // A failed reading is not kept: the next request tries again.
    reading.catch(() => this.look())
    return reading
  }
}

/**
 * To be called in the transaction that changes what is kept, and `look` after it. Who writes at the same time waits
 * here. @throws Error for a name that no migration has written
 */
export async function raiseEdition(tx: Tx, name: string): Promise<void> {
  const { affected } = await tx.increment(Edition, { name }, 'edition', 1)
  if (affected !== 1) throw new Error(`nothing is kept by the name of ${name}`)
}

/** Something read from the database and kept in memory for as long as its edition counts. */
export class Kept<Value> {
  private kept: { edition: number; value: Promise<Value> } | undefined

  /** @param name of the edition that is raised with each change of what is read */
  constructor(
    private readonly editions: Editions,
    private readonly name: string,
    private readonly read: () => Promise<Value>,
  ) {}

  async value(): Promise<Value> {
    const edition = await this.editions.of(this.name)
    if (this.kept?.edition !== edition) this.kept = { edition, value: this.load() }
    return this.kept.value
  }

  private load(): Promise<Value> {
    const loading = this.read()
    // A failed reading is not kept: the next request tries again.
    loading.catch(() => (this.kept = undefined))
    return loading
  }
}
