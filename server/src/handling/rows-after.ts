import type { EntityManager, EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm'
import { pageAfter } from '../platform/database/index.js'

/**
 * The rows of one page of a list, in its order. In one statement the ids come first, by key and from the list's
 * index alone, and then their rows: asked for the rows directly, MariaDB walks to a deep page from the beginning
 * of the list as soon as the list is a large part of the table.
 * @param where narrows the list down to a range of an index that goes on with `at` and `id`
 */
export function rowsAfter<Row extends ObjectLiteral>(
  reader: EntityManager,
  entity: EntityTarget<Row>,
  where: (list: SelectQueryBuilder<Row>) => SelectQueryBuilder<Row>,
  { at, direction }: { at: string & keyof Row; direction: 'ASC' | 'DESC' },
  cursor: string | undefined,
): Promise<Row[]> {
  const listed = where(reader.createQueryBuilder(entity, 'o').select('o.id', 'id'))
  const ids = pageAfter(listed, { at: `o.${at}`, id: 'o.id', direction }, cursor)
  return wholeRows(reader, entity, ids, { at, direction })
}

/** The rows whose ids a page lists, in their order. */
export function wholeRows<Row extends ObjectLiteral>(
  reader: EntityManager,
  entity: EntityTarget<Row>,
  ids: SelectQueryBuilder<ObjectLiteral>,
  { at, direction }: { at: string & keyof Row; direction: 'ASC' | 'DESC' },
): Promise<Row[]> {
  return reader
    .createQueryBuilder(entity, 'each')
    .innerJoin(`(${ids.getQuery()})`, 'page', 'page.id = each.id')
    .setParameters(ids.getParameters())
    .orderBy(`each.${at}`, direction)
    .addOrderBy('each.id', direction)
    .getMany()
}
