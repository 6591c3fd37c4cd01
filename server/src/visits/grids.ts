import { Injectable } from '@nestjs/common'
import { type Person, StaffDirectory } from '../people/index.js'
import { type Area, Areas } from '../places/index.js'
import { isUniqueViolation, insertRows, type Tx } from '../platform/database/index.js'
import { notFound, type Problem } from '../platform/problem.js'
import { GridBook } from './grid-book.entity.js'

/** Somebody who walks, or keeps the register, and the grids in which they may, by id. */
export interface GridWorker {
  id: string
  person: Person
  grids: ReadonlyMap<string, Area>
  /** How they are told of what is not theirs. */
  elsewhere: Elsewhere
}

/** Also for what belongs to somebody else: whoever guesses ids does not learn which ones there are. */
export interface Elsewhere {
  grid: () => Problem
  household: () => Problem
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
    return { id: person.id, person, grids: await this.own(person), elsewhere: fromOwnGrids }
  }

  private async own(by: Person): Promise<ReadonlyMap<string, Area>> {
    const worker = await this.staff.byId(by.id)
    if (!worker?.isActive || !worker.areaId || !worker.roles.includes('gridWorker')) return new Map()
    const area = await this.areas.byId(worker.areaId)
    if (area?.level !== 'grid' && area?.level !== 'community') return new Map()
    return this.within(area.id)
  }

  /** Whoever keeps the register of households at the desk: in the grids of the area in which they work. docs/adr/0145 */
  async keeper(person: Person): Promise<GridWorker> {
    const { id } = await this.areaFor(person, undefined)
    return { id: person.id, person, grids: await this.within(id), elsewhere: fromKeptArea }
  }

  /**
   * The area that somebody asks about: of those in which they work, or of the whole district where that is.
   * @throws Problem 404 `area_not_found`, also for what lies elsewhere
   */
  async areaFor(by: Person, areaId: string | undefined): Promise<Area> {
    const own = await this.areaOf(by)
    const known = await this.areas.known()
    const area = known.get(areaId ?? own ?? '')
    if (!area || !isWithin(known, area, own)) throw areaNotFound()
    return area
  }

  /** Whether an area is another one, or lies in it. */
  async isPart(areaId: string, outerId: string): Promise<boolean> {
    const known = await this.areas.known()
    return isWithin(known, known.get(areaId), outerId)
  }

  /** The ids of all areas that have grids in common with one: itself, its parts, and those in which it lies. */
  async sharing(areaId: string): Promise<string[]> {
    const known = await this.areas.known()
    const own = known.get(areaId)
    const shares = (area: Area) => isWithin(known, area, areaId) || isWithin(known, own, area.id)
    return [...known.values()].filter(shares).map(({ id }) => id)
  }

  /** Where somebody works: as of now, and not as of the sign-in. */
  private async areaOf(by: Person): Promise<string | undefined> {
    const account = await this.staff.byId(by.id)
    if (!account?.isActive) return undefined
    return account.areaId ?? (await this.areas.all('district'))[0]?.id
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

const fromOwnGrids: Elsewhere = {
  grid: () => notFound('grid_not_found', '这个网格不是您的，请同步后再登记'),
  household: () => notFound('household_not_found', '没有这一户，或不在您的网格，请刷新后再看'),
}
const fromKeptArea: Elsewhere = {
  grid: () => notFound('area_not_found', '没有这个网格，或不在您管理的区域内，请重新选择网格'),
  household: () => notFound('household_not_found', '没有这一户，或不在您管理的区域内，请返回列表再看'),
}
