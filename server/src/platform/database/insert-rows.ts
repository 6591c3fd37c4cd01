import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm'
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js'
import { runPrepared } from './prepared.js'

/** Statements of so many rows come again and again; those of more are a seed's. */
const FEW = 8
/** SQLite takes at most 32,766 values in one statement. */
const MOST_VALUES = 32_000

interface Statement {
  columns: ColumnMetadata[]
  head: string
  tuple: string
}
const statements = new WeakMap<EntityMetadata, Statement>()

function statementOf(tx: EntityManager, metadata: EntityMetadata): Statement {
  const known = statements.get(metadata)
  if (known) return known
  const { columns } = metadata
  const quote = (name: string) => tx.dataSource.driver.escape(name)
  const names = columns.map((column) => quote(column.databaseName)).join(',')
  const statement = {
    columns,
    head: `INSERT INTO ${quote(metadata.tableName)} (${names}) VALUES `,
    tuple: `(${columns.map(() => '?').join(',')})`,
  }
  statements.set(metadata, statement)
  return statement
}

const inserted = new WeakMap<EntityManager, Set<unknown>>()

/** The entities of which a transaction has inserted rows. */
export const insertedIn = (tx: EntityManager): ReadonlySet<unknown> => inserted.get(tx) ?? new Set()

function note(tx: EntityManager, entity: unknown): void {
  const known = inserted.get(tx)
  if (known) known.add(entity)
  else inserted.set(tx, new Set([entity]))
}

/**
 * Inserts whole rows in one statement, or in several when they are very many. Built once per entity from its metadata, without the query builder:
 * that costs about a third of the time of a submission (docs/adr/0002). Values are converted by TypeORM's
 * driver, so dates, JSON and booleans are stored as everywhere else.
 */
export async function insertRows<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: new () => Row,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const { columns, head, tuple } = statementOf(tx, tx.dataSource.getMetadata(entity))
  const atOnce = Math.floor(MOST_VALUES / columns.length)
  if (rows.length > atOnce) {
    for (let at = 0; at < rows.length; at += atOnce) await insertRows(tx, entity, rows.slice(at, at + atOnce))
    return
  }
  const values = rows.flatMap((row) =>
    columns.map(
      (column): unknown =>
        tx.dataSource.driver.preparePersistentValue(column.getEntityValue(row), column) ?? null,
    ),
  )
  note(tx, entity)
  const sql = head + rows.map(() => tuple).join(',')
  if (rows.length <= FEW) await runPrepared(tx, sql, values)
  else await tx.query(sql, values)
}
