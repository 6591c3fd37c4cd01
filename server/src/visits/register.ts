import { Injectable } from '@nestjs/common'
import { IsNull, Not } from 'typeorm'
import { type Person, PersonalDataReads } from '../people/index.js'
import { type Area, Areas, Entry } from '../places/index.js'
import { pageOf, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict, unprocessable } from '../platform/problem.js'
import { doorsOf } from './door-list.js'
import { Grids } from './grids.js'
import { Household } from './household.entity.js'
import { HouseholdLists } from './household.lists.js'
import { HouseholdViews } from './household.views.js'
import type { HouseholdAddBody } from './household.dto.js'
import { Households } from './households.js'
import { NewDoors } from './new-doors.js'
import type {
  DoorPage,
  DoorView,
  RegisterChangeBody,
  RegisterChanged,
  RegisteredView,
  RegisterQuery,
} from './register.dto.js'
import type { VisitPage } from './visit.dto.js'

const areaTooWide = () => unprocessable('area_too_wide', '范围太大了，请先选到社区或网格')
const doorTaken = () => conflict('household_known', '这个门牌已经有一户了，请核对楼号、单元和房号')

/** Under which words a look at a household is written down. */
const OPENED = '在住户台账中打开'
const READ = '在住户台账中查看走访记录'

/** 住户台账: households as administrators keep them, in the area in which they work. docs/adr/0145 */
@Injectable()
export class Register {
  constructor(
    private readonly areas: Areas,
    private readonly grids: Grids,
    private readonly households: Households,
    private readonly lists: HouseholdLists,
    private readonly newDoors: NewDoors,
    private readonly present: Present,
    private readonly reads: PersonalDataReads,
    private readonly unitOfWork: UnitOfWork,
    private readonly views: HouseholdViews,
  ) {}

  /**
   * Those who have waited longest first.
   * @throws Problem 404 `area_not_found`; 422 `area_too_wide`
   */
  async page(by: Person, query: RegisterQuery): Promise<DoorPage> {
    const area = await this.grids.areaFor(by, query.areaId)
    if (area.level !== 'grid' && area.level !== 'community') throw areaTooWide()
    const grids = await this.grids.within(area.id)
    const rows = await doorsOf(this.unitOfWork.reader, [...grids.keys()], query, this.present.now())
    return pageOf(
      rows,
      ({ id, unvisitedSince }) => ({ id, at: unvisitedSince }),
      (household) => doorView(household, grids.get(household.gridId)?.name ?? ''),
    )
  }

  /** One household, once it is written down who looks. @throws Problem 404 `household_not_found` */
  async opened(by: Person, id: string): Promise<RegisteredView> {
    const household = await this.households.ofWorker(await this.grids.keeper(by), id)
    await this.reads.note(by, { subjectId: household.id, what: 'household', reason: OPENED })
    return this.view(household)
  }

  /** What was said at its door, once it is written down who looks. @throws Problem 404 `household_not_found` */
  async visits(by: Person, id: string, cursor: string | undefined): Promise<VisitPage> {
    const keeper = await this.grids.keeper(by)
    const { id: subjectId } = await this.households.ofWorker(keeper, id)
    await this.reads.note(by, { subjectId, what: 'household', reason: READ })
    return this.lists.visits(keeper, id, cursor)
  }

  /** Enters a door of a grid. @throws Problem 404 `area_not_found`; 409 `household_known` */
  async add(tx: Tx, by: Person, body: HouseholdAddBody): Promise<RegisterChanged> {
    const { id, version = 1 } = await this.newDoors.add(tx, await this.grids.keeper(by), body)
    return { id, version }
  }

  /**
   * Changes what still is as it was read: who was second decides on the new version, also against what a phone had
   * written meanwhile. @throws Problem 404; 409 `household_changed`, `household_known`
   */
  async change(
    tx: Tx,
    by: Person,
    id: string,
    { version, building, unit, room, ...body }: RegisterChangeBody,
  ): Promise<RegisterChanged> {
    const keeper = await this.grids.keeper(by)
    await this.households.change(tx, keeper, { ...body, householdId: id }, version)
    const household = await tx.findOneByOrFail(Household, { id })
    const door = {
      building: building ?? household.building,
      unit: unit ?? household.unit,
      room: room ?? household.room,
    }
    if (isElsewhere(household, door) && !household.removedAt) await this.move(tx, household, door)
    return { id, version: household.version }
  }

  /** The book of the grid is locked already: nobody else enters the same door meanwhile. Index: `ix_household_building`. */
  private async move(tx: Tx, { id, gridId, doorCode }: Household, door: Door): Promise<void> {
    if (await tx.existsBy(Household, { gridId, ...door, removedAt: IsNull(), id: Not(id) })) throw doorTaken()
    await tx.update(Household, { id }, door)
    const grid = await this.areas.byId(gridId)
    const place = (await this.communityOf(grid))?.name ?? grid?.name ?? ''
    const words = `${place} ${door.building} ${door.unit}`.trim()
    await tx.update(Entry, { scene: doorCode }, { words })
  }

  private async view(household: Household): Promise<RegisteredView> {
    const grid = await this.areas.byId(household.gridId)
    const community = await this.communityOf(grid)
    const [view] = await this.views.of([household], this.unitOfWork.reader)
    if (!view) throw new Error('a household has no view')
    return { ...view, gridName: grid?.name ?? '', communityName: community?.name ?? '' }
  }

  private async communityOf(grid: Area | undefined): Promise<Area | undefined> {
    return grid?.parentId ? this.areas.byId(grid.parentId) : undefined
  }
}

type Door = Pick<Household, 'building' | 'unit' | 'room'>

const isElsewhere = (one: Door, other: Door): boolean =>
  one.building !== other.building || one.unit !== other.unit || one.room !== other.room

const doorView = (household: Household, gridName: string): DoorView => {
  const { id, gridId, building, unit, room, lastMetAt, unvisitedSince } = household
  return {
    ...{ id, gridId, gridName, building, unit, room },
    lastMetAt: lastMetAt?.toISOString() ?? null,
    unvisitedSince: unvisitedSince.toISOString(),
  }
}
