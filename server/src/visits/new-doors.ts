import { Injectable } from '@nestjs/common'
import { Not } from 'typeorm'
import { PersonalData } from '../people/index.js'
import { Areas } from '../places/index.js'
import type { Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { newHousehold } from './household-file.js'
import { Household } from './household.entity.js'
import type { GridWorker } from './grids.js'
import { HouseholdConflict } from './households.js'
import type { HouseholdAddBody } from './household.dto.js'
import type { OperationRecord } from './sync.dto.js'
import { writeHouseholds } from './writing-households.js'

/** Somebody has entered this door before. */
class DoorKnown extends HouseholdConflict {
  constructor(householdId: string) {
    super(householdId, 'household_known', '这一户已经登记过了。请对照两边的内容，选好后再提交')
  }
}

/** Doors that a grid worker finds on the way and nobody has entered yet. */
@Injectable()
export class NewDoors {
  constructor(
    private readonly areas: Areas,
    private readonly personalData: PersonalData,
    private readonly present: Present,
  ) {}

  /**
   * Enters a door, once: the second who does is shown what the first has written.
   * @throws Problem 404 as whoever asks is told of a grid elsewhere, 409 `household_known`; the transaction must then be given up
   */
  async add(tx: Tx, by: GridWorker, body: HouseholdAddBody): Promise<OperationRecord> {
    const grid = by.grids.get(body.gridId)
    if (!grid) throw by.elsewhere.grid()
    const community = grid.parentId === null ? undefined : await this.areas.byId(grid.parentId)
    const place = { gridId: grid.id, words: community?.name ?? grid.name }
    const [door] = await writeHouseholds(
      tx,
      this.personalData,
      place,
      [newHousehold(body)],
      this.present.now(),
    )
    if (!door) throw new Error('no door was written')
    const { id, gridId, building, unit, room, version } = door
    // Asked only now: the book of the grid is locked, so nobody else can be entering the same one. Index: ix_household_building.
    const known = await tx.findBy(Household, { gridId, building, unit, room, id: Not(id) })
    const there = known.find(({ removedAt }) => removedAt === null)
    if (there) throw new DoorKnown(there.id)
    return { id, version }
  }
}
