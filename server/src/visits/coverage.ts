import { DAY, shanghaiDate, unvisitedDays } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { And, In, IsNull, LessThan, MoreThanOrEqual, Not } from 'typeorm'
import type { Person } from '../people/index.js'
import { type Area, Areas } from '../places/index.js'
import { UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { GridBook } from './grid-book.entity.js'
import { Grids } from './grids.js'
import { Household } from './household.entity.js'
import type { CoverageQuery, CoverageRow, CoverageView, VisitMapQuery, VisitMapView } from './visit.dto.js'
import { VisitMonth } from './visit-month.entity.js'
import { Visit } from './visit.entity.js'
import { boundsOf, monthOf } from './visits.js'

const POINTS = 1000

type Counts = Omit<CoverageRow, 'areaId' | 'name' | 'level'>
const none: Counts = { households: 0, visited: 0, visits: 0, unmet: 0, unvisited60: 0, unvisited90: 0 }

/** 民情大走访: how much of a grid, a community, a town was walked in a month. No name leaves the server here. */
@Injectable()
export class Coverage {
  constructor(
    private readonly areas: Areas,
    private readonly grids: Grids,
    private readonly present: Present,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws Problem 404 `area_not_found`, also for what lies outside of a grid worker's grids */
  async of(
    by: Person,
    { areaId, month = monthOf(this.present.now()) }: CoverageQuery,
  ): Promise<CoverageView> {
    const area = await this.grids.areaFor(by, areaId)
    const grids = await this.grids.within(area.id)
    const counts = await this.counts([...grids.keys()], month)
    const parts = (await this.areas.all()).filter(({ parentId }) => parentId === area.id)
    const row = async (part: Area): Promise<CoverageRow> => {
      const own = [...(await this.grids.within(part.id)).keys()].map((id) => counts.get(id) ?? none)
      return { areaId: part.id, name: part.name, level: part.level, ...own.reduce(plus, none) }
    }
    return { month, whole: await row(area), parts: await Promise.all(parts.map(row)) }
  }

  /** Where a grid was walked in a month: a range of `ix_visit_grid`. @throws Problem 404 `area_not_found` */
  async map(
    by: Person,
    { gridId, month = monthOf(this.present.now()) }: VisitMapQuery,
  ): Promise<VisitMapView> {
    await this.grids.areaFor(by, gridId)
    const [from, to] = boundsOf(month)
    const visits = await this.unitOfWork.reader.find(Visit, {
      where: { gridId, visitedAt: And(MoreThanOrEqual(from), LessThan(to)), longitude: Not(IsNull()) },
      order: { visitedAt: 'DESC', id: 'DESC' },
      take: POINTS,
    })
    return {
      points: visits.flatMap(({ longitude, latitude, meeting, visitedAt }) =>
        longitude === null || latitude === null
          ? []
          : [{ longitude, latitude, meeting, day: shanghaiDate(visitedAt) }],
      ),
    }
  }

  /** By grid: sums that follow the visits, and ranges of `ix_household_unvisited`. */
  private async counts(gridIds: string[], month: string): Promise<ReadonlyMap<string, Counts>> {
    if (gridIds.length === 0) return new Map()
    const { reader } = this.unitOfWork
    const gridId = In(gridIds)
    const books = await reader.findBy(GridBook, { gridId })
    const months = new Map(
      (await reader.findBy(VisitMonth, { month, gridId })).map((row) => [row.gridId, row]),
    )
    const [unvisited60, unvisited90] = await Promise.all(
      unvisitedDays.map((days) => this.unvisited(gridIds, days)),
    )
    return new Map(
      books.map((book) => {
        const { households: visited = 0, visits = 0, unmet = 0 } = months.get(book.gridId) ?? {}
        return [
          book.gridId,
          {
            ...{ households: book.households, visited, visits, unmet },
            unvisited60: unvisited60?.get(book.gridId) ?? 0,
            unvisited90: unvisited90?.get(book.gridId) ?? 0,
          },
        ]
      }),
    )
  }

  private async unvisited(gridIds: string[], days: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.unitOfWork.reader
      .createQueryBuilder(Household, 'h')
      .select('h.grid_id', 'gridId')
      .addSelect('COUNT(*)', 'count')
      .where('h.grid_id IN (:...gridIds)', { gridIds })
      .andWhere('h.removed_at IS NULL')
      .andWhere('h.unvisited_since < :before', {
        before: new Date(this.present.now().getTime() - days * DAY),
      })
      .groupBy('h.grid_id')
      .getRawMany<{ gridId: string; count: string | number }>()
    return new Map(rows.map(({ gridId, count }) => [gridId, Number(count)]))
  }
}

const plus = (one: Counts, other: Counts): Counts => ({
  households: one.households + other.households,
  visited: one.visited + other.visited,
  visits: one.visits + other.visits,
  unmet: one.unmet + other.unmet,
  unvisited60: one.unvisited60 + other.unvisited60,
  unvisited90: one.unvisited90 + other.unvisited90,
})
