import { type EntityManager, QueryFailedError } from 'typeorm'

/** What is needed here of a connection of mysql2. */
interface Connection {
  execute(sql: string, values: readonly unknown[], done: (error: Error | null) => void): void
}

/**
 * Runs a statement that comes again and again. In a transaction on MySQL and MariaDB it is prepared once on each
 * connection: the values are not written into its text, and the database does not parse it anew.
 * @throws QueryFailedError as every other statement does
 */
export async function runPrepared(tx: EntityManager, sql: string, values: readonly unknown[]): Promise<void> {
  if (!tx.queryRunner || tx.dataSource.options.type === 'better-sqlite3') {
    await tx.query(sql, [...values])
    return
  }
  const connection = (await tx.queryRunner.connect()) as Connection
  await new Promise<void>((resolve, reject) => {
    connection.execute(sql, values, (error) =>
      error ? reject(new QueryFailedError(sql, [...values], error)) : resolve(),
    )
  })
}
