import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm'
import { badRequest } from '../problem.js'

export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}
export const pageSize = 20

/** Where a page ended: the instant it is sorted by, and the id that tells equals apart. */
interface Position {
  at: Date
  id: string
}

const encode = ({ at, id }: Position): string => Buffer.from(`${at.getTime()}.${id}`).toString('base64url')

/** Years that every database can compare with: MySQL refuses a datetime beyond 9999. */
const cursorForm = /^(\d{1,14})\.([0-9A-Z]{26})$/

function decode(cursor: string): Position {
  const [, time, id] = cursorForm.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (!time || !id) throw badRequest('cursor_invalid', '列表位置已失效，请下拉刷新')
  return { at: new Date(Number(time)), id }
}

/**
 * Continues a list after a cursor by key, never by offset. The predicate is written out because MariaDB does
 * not use an index for `(at, id) > (?, ?)`.
 */
export function pageAfter<Entity extends ObjectLiteral>(
  query: SelectQueryBuilder<Entity>,
  by: { at: string; id: string; direction: 'ASC' | 'DESC' },
  cursor: string | undefined,
): SelectQueryBuilder<Entity> {
  query
    .orderBy(by.at, by.direction)
    .addOrderBy(by.id, by.direction)
    .limit(pageSize + 1)
  if (!cursor) return query
  const position = decode(cursor)
  const sign = by.direction === 'ASC' ? '>' : '<'
  return query.andWhere(
    `${by.at} ${sign}= :cursorAt AND (${by.at} ${sign} :cursorAt OR ${by.id} ${sign} :cursorId)`,
    { cursorAt: position.at, cursorId: position.id },
  )
}

/** Cuts the row that was read ahead and says where the next page begins. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  position: (row: Row) => Position,
  item: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    items: shown.map(item),
    nextCursor: rows.length > pageSize && last ? encode(position(last)) : null,
  }
}
