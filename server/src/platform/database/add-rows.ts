import type { EntityManager, ObjectLiteral } from 'typeorm'

/** One statement adds to so many rows. */
const AT_ONCE = 400

/**
 * Adds numbers to the rows of a key, and makes those that are not there: counters without a read before. Columns to
 * which nothing is added in any of the rows are left out; they are 0 in a new row.
 */
export async function addRows<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: new () => Row,
  rows: readonly Row[],
  counters: readonly (keyof Row & string)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await addSome(tx, entity, rows.slice(at, at + AT_ONCE), counters)
}

async function addSome<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: new () => Row,
  rows: readonly Row[],
  counters: readonly (keyof Row & string)[],
): Promise<void> {
  const { tableName, primaryColumns, columns } = tx.dataSource.getMetadata(entity)
  const quote = (name: string) => tx.dataSource.driver.escape(name)
  const keys = primaryColumns.map(({ databaseName }) => quote(databaseName))
  const added = columns.filter(
    ({ propertyName }) =>
      counters.some((counter) => counter === propertyName) &&
      rows.some((row) => Number(row[propertyName]) !== 0),
  )
  const names = added.map(({ databaseName }) => quote(databaseName))
  const tuples = rows.map((row) => {
    const numbers = added.map(({ propertyName }) => Math.trunc(Number(row[propertyName])))
    return `(${[...keys.map(() => '?'), ...numbers].join(',')})`
  })
  const values = rows.flatMap((row) => primaryColumns.map((column): unknown => column.getEntityValue(row)))
  const isSqlite = tx.dataSource.options.type === 'better-sqlite3'
  const adding = names
    .map(
      (name) =>
        `${name} = ${quote(tableName)}.${name} + ${isSqlite ? `excluded.${name}` : `VALUES(${name})`}`,
    )
    .join(',')
  const onConflict = isSqlite ? `ON CONFLICT (${keys.join(',')}) DO UPDATE SET` : 'ON DUPLICATE KEY UPDATE'
  await tx.query(
    `INSERT INTO ${quote(tableName)} (${[...keys, ...names].join(',')}) VALUES ${tuples.join(',')} ${onConflict} ${adding}`,
    values,
  )
}
