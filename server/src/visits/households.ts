import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { PersonalData } from '../people/index.js'
import { insertRows, newId, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { notFound, Problem } from '../platform/problem.js'
import { GridBook } from './grid-book.entity.js'
import { Grids, type GridWorker } from './grids.js'
import { HouseholdResident } from './household-resident.entity.js'
import { Household } from './household.entity.js'
import { type HouseholdChangeBody, type HouseholdResidentBody, isLocalId } from './household.dto.js'
import type { OperationRecord } from './sync.dto.js'

/** What was written meets another version: nothing is overwritten, whoever was second decides. */
export abstract class HouseholdConflict extends Problem {
  protected constructor(
    /** Whose present version is shown beside what was written. */
    readonly householdId: string,
    code: string,
    title: string,
  ) {
    super(409, code, title)
  }
}

/** Two persons have changed one household. */
export class HouseholdChanged extends HouseholdConflict {
  constructor(householdId: string) {
    super(householdId, 'household_changed', '这一户刚刚被别人改过。请对照两边的内容，选好后再提交')
  }
}

const residentNotFound = () => notFound('resident_not_found', '没有这位住户，请刷新后再选')

/** What is kept of households, and how it changes. */
@Injectable()
export class Households {
  constructor(
    private readonly grids: Grids,
    private readonly personalData: PersonalData,
    private readonly present: Present,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws Problem 404 `household_not_found`, also for one of somebody else's grid */
  async ofWorker(by: GridWorker, id: string, manager = this.unitOfWork.reader): Promise<Household> {
    const household = await manager.findOneBy(Household, { id })
    if (!household || household.removedAt || !by.grids.has(household.gridId)) throw by.elsewhere.household()
    return household
  }

  /**
   * A household that is about to change, and the number of the change: to be asked for first in a transaction.
   * @throws Problem 404 `household_not_found`, also for one of somebody else's grid
   */
  async forChange(
    tx: Tx,
    by: GridWorker,
    id: string,
  ): Promise<{ household: Household; changeNumber: number }> {
    const changeNumber = await this.grids.nextChange(tx, await this.gridOf(by, id))
    const household = await tx.findOneByOrFail(Household, { id })
    if (household.removedAt) throw by.elsewhere.household()
    return { household, changeNumber }
  }

  /** Outside of the transaction: it must not see anything before the book of the grid is its own. */
  private async gridOf(by: GridWorker, id: string): Promise<string> {
    const rows = await this.unitOfWork.reader.query<{ gridId: string }[]>(
      'SELECT grid_id AS gridId FROM household WHERE id = ?',
      [id],
    )
    const gridId = rows[0]?.gridId
    if (gridId === undefined || !by.grids.has(gridId)) throw by.elsewhere.household()
    return gridId
  }

  /**
   * @param name by the server's id, or by what the phone that has entered them calls them
   * @throws Problem 404 `resident_not_found` for one of another household
   */
  async residentOf(household: Household, name: string, manager: EntityManager): Promise<HouseholdResident> {
    const named = isLocalId(name) ? { localId: name } : { id: name }
    const resident = await manager.findOneBy(HouseholdResident, { ...named, householdId: household.id })
    if (!resident) throw residentNotFound()
    return resident
  }

  /**
   * Changes marks, note and residents of a household that still is as `baseVersion` was.
   * @throws Problem 404, 409 `household_changed`
   */
  async change(
    tx: Tx,
    by: GridWorker,
    body: HouseholdChangeBody,
    baseVersion: number | undefined,
  ): Promise<OperationRecord> {
    const { household, changeNumber } = await this.forChange(tx, by, body.householdId)
    const { id, gridId } = household
    if (household.version !== baseVersion) throw new HouseholdChanged(id)
    const version = household.version + 1
    await tx.update(
      Household,
      { id },
      {
        version,
        changeNumber,
        ...(body.isGone && { removedAt: this.present.now() }),
        marks: body.marks ?? household.marks,
        ...(body.note !== undefined && { noteCipher: this.cipher(body.note) }),
      },
    )
    if (body.isGone) await tx.decrement(GridBook, { gridId }, 'households', 1)
    if (body.residents) await this.replaceResidents(tx, id, body.residents)
    return { id, version }
  }

  private async replaceResidents(
    tx: Tx,
    householdId: string,
    bodies: readonly HouseholdResidentBody[],
  ): Promise<void> {
    const rows = await tx.findBy(HouseholdResident, { householdId })
    const known = new Map(rows.map((row) => [row.id, row]))
    const entered = new Map(rows.map((row) => [row.localId, row]))
    const next = bodies.map((body, position) => {
      // Somebody new is told again with each change until the phone has heard of them: they are still the same.
      const old = body.id ? known.get(body.id) : body.localId ? entered.get(body.localId) : undefined
      if (body.id && !old) throw residentNotFound()
      return this.resident({ householdId, position, body, old })
    })
    if (rows.length > 0) await tx.delete(HouseholdResident, { id: In([...known.keys()]) })
    await insertRows(tx, HouseholdResident, next)
  }

  private resident({
    householdId,
    position,
    body,
    old,
  }: {
    householdId: string
    position: number
    body: HouseholdResidentBody
    old: HouseholdResident | undefined
  }): HouseholdResident {
    const { name, phone, idNumber, relation } = body
    return {
      id: old?.id ?? newId(this.present.now()),
      householdId,
      localId: old?.localId ?? body.localId ?? null,
      position,
      nameCipher: this.personalData.encrypt(name),
      phoneCipher: phone === undefined ? (old?.phoneCipher ?? null) : this.cipher(phone),
      idNumberCipher: idNumber === undefined ? (old?.idNumberCipher ?? null) : this.cipher(idNumber),
      relation: relation === undefined ? (old?.relation ?? null) : relation,
      personId: old?.personId ?? null,
    }
  }

  private cipher(text: string | null): string | null {
    return text ? this.personalData.encrypt(text) : null
  }
}
