import { DAY } from '@minsheng/shared'
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm'
import { pageAfter, pageSize } from '../platform/database/index.js'
import { Household } from './household.entity.js'
import type { DoorQuery } from './visit.dto.js'

/** A page of the households of some grids, those who have waited longest first. */
export async function doorsOf(
  reader: EntityManager,
  gridIds: readonly string[],
  query: DoorQuery,
  now: Date,
): Promise<Household[]> {
  const [only, ...others] = gridIds
  if (only === undefined) return []
  if (others.length === 0) return doorsOfGrid(reader, only, query, now).getMany()
  const ids = await firstIds(
    reader,
    gridIds.map((gridId) => doorsOfGrid(reader, gridId, query, now)),
  )
  if (ids.length === 0) return []
  return reader.find(Household, { where: { id: In(ids) }, order: { unvisitedSince: 'ASC', id: 'ASC' } })
}

/** A range of `ix_household_unvisited`, or with a building of `ix_household_building`. */
function doorsOfGrid(
  reader: EntityManager,
  gridId: string,
  { building, room, unvisitedDays: days, cursor }: DoorQuery,
  now: Date,
): SelectQueryBuilder<Household> {
  const list = reader
    .createQueryBuilder(Household, 'h')
    .where('h.gridId = :gridId', { gridId })
    .andWhere('h.removedAt IS NULL')
  if (building) list.andWhere('h.building = :building', { building })
  if (room) list.andWhere('h.room LIKE :room', { room: `${room}%` })
  const before = days && new Date(now.getTime() - days * DAY)
  if (before) list.andWhere('h.unvisitedSince < :before', { before })
  return pageAfter(list, { at: 'h.unvisitedSince', id: 'h.id', direction: 'ASC' }, cursor)
}

/**
 * The first of several pages together, in one question: each grid's range ends after a page, so that a community of
 * many grids is read no farther than it is shown. A plain `IN` would read and sort all of its doors.
 */
async function firstIds(
  reader: EntityManager,
  pages: readonly SelectQueryBuilder<Household>[],
): Promise<string[]> {
  const parts = pages.map((page) =>
    page.select('h.id', 'id').addSelect('h.unvisitedSince', 'since').getQueryAndParameters(),
  )
  const union = parts.map(([sql], index) => `SELECT * FROM (${sql}) AS grid_${index}`).join(' UNION ALL ')
  const rows = await reader.query<{ id: string }[]>(
    `SELECT id FROM (${union}) AS doors ORDER BY since, id LIMIT ${pageSize + 1}`,
    parts.flatMap(([, parameters]): unknown[] => parameters),
  )
  return rows.map(({ id }) => id)
}
