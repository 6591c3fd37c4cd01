import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager } from 'typeorm'
import { isRetryable } from './database-errors.js'
import { insertedIn } from './insert-rows.js'

/** An open transaction. Passed along, never ambient. */
export type Tx = EntityManager

const RETRIES = 3

/**
 * The one way to write. All or nothing; nothing leaves the process inside of it.
 * TypeORM has one connection to SQLite, so there transactions wait for one another: overlapping ones would
 * mix. On MySQL and MariaDB the whole work runs again, in a new transaction, after a deadlock.
 */
@Injectable()
export class UnitOfWork {
  private tail: Promise<unknown> = Promise.resolve()
  private readonly watchers: { entity: unknown; tell: () => void }[] = []

  constructor(
    private readonly dataSource: DataSource,
    private readonly readSource: DataSource,
  ) {}

  /** For reading outside of a transaction: sees only what is committed. */
  get reader(): EntityManager {
    return this.readSource.manager
  }

  /** Tells after each commit of this process that has inserted rows of an entity. */
  onInserted(entity: unknown, tell: () => void): void {
    this.watchers.push({ entity, tell })
  }

  run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    if (this.dataSource.options.type !== 'better-sqlite3') return this.retried(work, RETRIES)
    const mine = this.tail.then(() => this.once(work))
    this.tail = mine.catch(() => undefined)
    return mine
  }

  private async retried<Result>(work: (tx: Tx) => Promise<Result>, left: number): Promise<Result> {
    try {
      return await this.once(work)
    } catch (error) {
      if (left > 0 && isRetryable(error)) return this.retried(work, left - 1)
      throw error
    }
  }

  private async once<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    let inserted: ReadonlySet<unknown> = new Set()
    const result = await this.dataSource.transaction(async (tx) => {
      const done = await work(tx)
      inserted = insertedIn(tx)
      return done
    })
    for (const { entity, tell } of this.watchers) if (inserted.has(entity)) tell()
    return result
  }
}
