import type { DataSource, QueryRunner } from 'typeorm'
import type { TestApp } from './app.fixture.js'

/** What was asked of the database. */
export interface Statement {
  sql: string
  parameters: unknown[]
}

/** Which indices a statement reads, and whether it sorts, as either engine says it. */
export interface ReadPlan {
  keys: string[]
  isSorted: boolean
}

/** Writes down every SELECT that a server sends from here on, by what it reads with. */
export function selectsOf(server: TestApp): Statement[] {
  return listening(server.unitOfWork.reader.dataSource, [])
}

function listening(source: DataSource, asked: Statement[]): Statement[] {
  const create = source.createQueryRunner.bind(source)
  // SQLite has one runner, which is given out again and again.
  const heard = new WeakSet<QueryRunner>()
  source.createQueryRunner = (mode) => {
    const runner: QueryRunner = create(mode)
    if (heard.has(runner)) return runner
    heard.add(runner)
    const query = runner.query.bind(runner) as (...all: unknown[]) => Promise<unknown>
    runner.query = ((sql: string, parameters: unknown[] = [], ...rest: unknown[]) => {
      if (sql.startsWith('SELECT')) asked.push({ sql, parameters })
      return query(sql, parameters, ...rest)
    }) as QueryRunner['query']
    return runner
  }
  return asked
}

/** Keeps the SELECTs that a server sends, and asks its database, SQLite or MariaDB, how it carries them out. */
export class Plans {
  readonly asked: Statement[]

  constructor(private readonly server: TestApp) {
    this.asked = selectsOf(server)
  }

  /** Hears from here on what is read within transactions as well: on MariaDB they have connections of their own. */
  async hearTransactions(): Promise<void> {
    const { reader } = this.server.unitOfWork
    const source = await this.server.unitOfWork.run((tx) => Promise.resolve(tx.dataSource))
    if (source !== reader.dataSource) listening(source, this.asked)
  }

  /** What was asked of a table since the last call: by default, in an order. */
  async of(table: string, how: RegExp = /ORDER BY/): Promise<ReadPlan[]> {
    const own = this.asked.filter(({ sql }) => /FROM [`"](\w+)/.exec(sql)?.[1] === table && how.test(sql))
    const plans = await Promise.all(own.map((statement) => this.explained(statement)))
    this.asked.length = 0
    return plans
  }

  private async explained({ sql, parameters }: Statement): Promise<ReadPlan> {
    const { reader } = this.server.unitOfWork
    if (reader.dataSource.options.type === 'better-sqlite3') {
      const rows = await reader.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, parameters)
      const keys = rows.flatMap(({ detail }) => /USING (?:COVERING )?INDEX (\w+)/.exec(detail)?.[1] ?? [])
      return { keys, isSorted: rows.some(({ detail }) => detail.includes('TEMP B-TREE')) }
    }
    const rows = await reader.query<{ key: string | null; Extra: string }[]>(`EXPLAIN ${sql}`, parameters)
    return {
      keys: rows.map(({ key }) => key ?? 'none'),
      isSorted: rows.some(({ Extra }) => /filesort|temporary/.test(Extra)),
    }
  }
}
