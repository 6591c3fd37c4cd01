import type { EntityManager, ObjectLiteral } from 'typeorm'

/** One statement writes so many rows. */
const AT_ONCE = 100

/**
 * Writes some columns of many rows, a hundred in one statement: a column that has the same value in all of them as
 * that value, another as a CASE by id. With `versions`, a row is written only if it still has the version that was
 * read; answers how many were written.
 */
export async function updateRows<Row extends { id: string } & ObjectLiteral>(
  tx: EntityManager,
  entity: new () => Row,
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
  versions?: ReadonlyMap<Row, number>,
): Promise<number> {
  let written = 0
  for (let at = 0; at < rows.length; at += AT_ONCE)
    written += await updateSome(tx, entity, rows.slice(at, at + AT_ONCE), columns, versions)
  return written
}

async function updateSome<Row extends { id: string } & ObjectLiteral>(
  tx: EntityManager,
  entity: new () => Row,
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
  versions: ReadonlyMap<Row, number> | undefined,
): Promise<number> {
  const metadata = tx.dataSource.getMetadata(entity)
  const parameters: Record<string, unknown> = Object.fromEntries(rows.map(({ id }, row) => [`id${row}`, id]))
  /** `id`'s rows each with a value of their own, or one value for all. */
  const byId = (name: string, values: readonly unknown[]): string => {
    values.forEach((value, row) => (parameters[`${name}${row}`] = value))
    if (values.every((value) => value === values[0])) return `:${name}0`
    return `CASE id ${rows.map((_, row) => `WHEN :id${row} THEN :${name}${row}`).join(' ')} END`
  }
  const set = columns.map((name) => {
    const column = metadata.findColumnWithPropertyName(name)
    if (!column) throw new Error(`${metadata.name} has no column ${name}`)
    const stored = (row: Row): unknown =>
      tx.dataSource.driver.preparePersistentValue(column.getEntityValue(row), column) ?? null
    const sql = byId(name, rows.map(stored))
    return [name, () => sql] as const
  })
  const update = tx
    .createQueryBuilder()
    .update(entity as new () => ObjectLiteral)
    .set(Object.fromEntries(set))
    .where(`id IN (${rows.map((_, row) => `:id${row}`).join(',')})`)
  if (versions)
    update.andWhere(
      `version = ${byId(
        'was',
        rows.map((row) => versions.get(row)),
      )}`,
    )
  const { affected } = await update.setParameters(parameters).updateEntity(false).execute()
  return affected ?? 0
}
