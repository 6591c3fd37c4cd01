import { maskIdNumber, maskPhone } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { Residents } from '../people/index.js'
import { HouseholdResident } from './household-resident.entity.js'
import type { Household } from './household.entity.js'
import { LatestVisits } from './latest-visits.js'
import type { HouseholdResidentView, HouseholdView } from './household.dto.js'
import type { Visit } from './visit.entity.js'

/** Households as their grid worker sees them: names readable, phones and ID numbers masked. docs/adr/0121 */
@Injectable()
export class HouseholdViews {
  constructor(
    private readonly latestVisits: LatestVisits,
    private readonly residents: Residents,
  ) {}

  /** In the order given. Residents by `ix_household_resident_household`. */
  async of(households: readonly Household[], manager: EntityManager): Promise<HouseholdView[]> {
    const residents = new Map<string, HouseholdResident[]>(households.map(({ id }) => [id, []]))
    if (households.length === 0) return []
    const rows = await manager.find(HouseholdResident, {
      where: { householdId: In([...residents.keys()]) },
      order: { householdId: 'ASC', position: 'ASC' },
    })
    for (const row of rows) residents.get(row.householdId)?.push(row)
    const visits = await this.latestVisits.of([...residents.keys()], manager)
    return households.map((household) =>
      this.view(household, residents.get(household.id) ?? [], visits.get(household.id) ?? []),
    )
  }

  private view(
    household: Household,
    rows: readonly HouseholdResident[],
    visits: readonly Visit[],
  ): HouseholdView {
    const residents = rows.map((resident) => this.residentView(resident))
    const { id, version, gridId, building, unit, room, doorCode, marks, nextVisitOn } = household
    return {
      ...{ id, version, gridId, building, unit, room, doorCode, marks },
      note: this.residents.readable(household.noteCipher),
      residents,
      latestVisits: visits.map((visit) => this.latestVisits.view(visit, residents)),
      lastMetAt: household.lastMetAt?.toISOString() ?? null,
      unvisitedSince: household.unvisitedSince.toISOString(),
      nextVisitOn,
    }
  }

  private residentView(row: HouseholdResident): HouseholdResidentView {
    const phone = this.residents.readable(row.phoneCipher)
    const idNumber = this.residents.readable(row.idNumberCipher)
    return {
      id: row.id,
      ...(row.localId && { localId: row.localId }),
      name: this.residents.readable(row.nameCipher) ?? '',
      phoneMasked: phone && maskPhone(phone),
      idNumberMasked: idNumber && maskIdNumber(idNumber),
      relation: row.relation,
    }
  }
}
