import { Injectable } from '@nestjs/common'
import { type Person, StaffDirectory } from '../people/index.js'
import { type Area, Areas } from '../places/index.js'
import { isUniqueViolation, insertRows, type Tx } from '../platform/database/index.js'
import { notFound } from '../platform/problem.js'
import { GridBook } from './grid-book.entity.js'

/** Somebody who walks, and the grids they walk in, by id. */
export interface GridWorker {
  id: string
  person: Person
  grids: ReadonlyMap<string, Area>
}

/** Which grids are whose, and the numbers of their changes. */
@Injectable()
export class Grids {
  constructor(
    private readonly areas: Areas,
    private readonly staff: StaffDirectory,
  ) {}

  /**
   * The grids of a grid worker: the one that they work in, or all of their community. As of now, and not as of the
   * sign-in: whoever loses a grid sees nothing of it from then on.
   */
  async worker(person: Person): Promise<GridWorker> {
    return { id: person.id, person, grids: await this.own(person) }
  }

  private async own(by: Person): Promise<ReadonlyMap<string, Area>> {
    const worker = await this.staff.byId(by.id)
    if (!worker?.isActive || !worker.areaId || !worker.roles.includes('gridWorker')) return new Map()
    const area = await this.areas.byId(worker.areaId)
    if (area?.level !== 'grid' && area?.level !== 'community') return new Map()
    return this.within(area.id)
  }

  /**
   * The area that somebody asks about: of those in which they work, or of the whole district where that is.
   * @throws Problem 404 `area_not_found`, also for what lies elsewhere
   */
  async areaFor(by: Person, areaId: string | undefined): Promise<Area> {
    const own = by.areaId ?? (await this.areas.all('district'))[0]?.id
    const known = await this.areas.known()
    const area = known.get(areaId ?? own ?? '')
    if (!area || !isWithin(known, area, own)) throw areaNotFound()
    return area
  }

  /** The grids of an area, by id. */
  async within(areaId: string): Promise<ReadonlyMap<string, Area>> {
    const known = await this.areas.known()
    const grids = [...known.values()].filter((area) => area.level === 'grid' && isWithin(known, area, areaId))
    return new Map(grids.map((grid) => [grid.id, grid]))
  }

  /**
   * The number of the change that is being written, the first statement of its transaction: the book stays locked
   * until the commit. docs/adr/0122
   */
  async nextChange(tx: Tx, gridId: string): Promise<number> {
    const changes = await next(tx, gridId)
    if (changes !== undefined) return changes
    await this.open(tx, gridId)
    return this.nextChange(tx, gridId)
  }

  private async open(tx: Tx, gridId: string): Promise<void> {
    try {
      await insertRows(tx, GridBook, [{ gridId, changes: 0, households: 0 }])
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
  }
}

/** Every operation of a phone comes by here, and building the queries would cost more than they do. */
async function next(tx: Tx, gridId: string): Promise<number | undefined> {
  await tx.query('UPDATE grid_book SET changes = changes + 1 WHERE grid_id = ?', [gridId])
  const rows = await tx.query<{ changes: number }[]>('SELECT changes FROM grid_book WHERE grid_id = ?', [
    gridId,
  ])
  return rows[0]?.changes
}

const isWithin = (
  known: ReadonlyMap<string, Area>,
  area: Area | undefined,
  outerId: string | undefined,
): boolean =>
  area !== undefined && (area.id === outerId || isWithin(known, known.get(area.parentId ?? ''), outerId))

const areaNotFound = () => notFound('area_not_found', '没有这个区域，或不在您的范围内，请重新选择')

/** Also for a household of somebody else's grid: whoever guesses ids does not learn which ones there are. */
export const householdNotFound = () =>
  notFound('household_not_found', '没有这一户，或不在您的网格，请刷新后再看')
