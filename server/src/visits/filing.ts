import { Injectable } from '@nestjs/common'
import { isGreenChannel } from '@minsheng/shared'
import { Need } from '../handling/index.js'
import { type Complainant, Intake, SubmitNeedBody } from '../intake/index.js'
import { Joining, PersonalData, Resident, Residents } from '../people/index.js'
import { insertRows, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Claims } from './claims.js'
import type { GridWorker } from './grids.js'
import { HouseholdNeed } from './household-need.entity.js'
import { HouseholdResident } from './household-resident.entity.js'
import type { Household } from './household.entity.js'
import { Households } from './households.js'
import type { Recorded } from './recorded.js'
import type { HouseholdNeedBody } from './operation.dto.js'
import type { OperationRecord } from './sync.dto.js'

/** Whose need it is. Somebody without a phone becomes a resident whom nobody can sign in as, until it is claimed. */
interface Asker {
  complainant: Complainant
  resident: HouseholdResident | undefined
  unclaimed: Resident | undefined
  needsCard: boolean
}

/**
 * Files a need at the door on somebody's behalf. It is the resident's own: they rate and complain, the grid worker
 * stands on it as who filed it.
 */
@Injectable()
export class HouseholdFiling {
  constructor(
    private readonly claims: Claims,
    private readonly households: Households,
    private readonly intake: Intake,
    private readonly personalData: PersonalData,
    private readonly residents: Residents,
    private readonly unitOfWork: UnitOfWork,
    joining: Joining,
  ) {
    joining.onJoin(
      async (tx, from, to) => void (await tx.update(HouseholdResident, { personId: from }, { personId: to })),
    )
  }

  /**
   * One transaction of its own, once for the operation.
   * @param note hears of the answer that is made, if it is not the one of the first time
   * @throws Problem 404 `household_not_found`, `resident_not_found`; as `Intake.accept`
   */
  async file(
    by: GridWorker,
    body: HouseholdNeedBody,
    recorded: Recorded,
    request: unknown,
    note: (record: OperationRecord) => OperationRecord,
  ): Promise<OperationRecord> {
    const household = await this.households.ofWorker(by, body.householdId)
    const asker = await this.asker(household, body)
    const filing = { by: by.person, key: recorded.operationId, request }
    return this.intake.accept(
      filing,
      needBody(household, body, recorded),
      asker.complainant,
      async (tx, change) => {
        const { id, receiptNo } = change.need
        await this.remember(tx, asker)
        await insertRows(tx, HouseholdNeed, [
          {
            needId: id,
            operationId: recorded.operationId,
            householdId: household.id,
            residentId: asker.resident?.id ?? null,
            visitOperationId: body.visitOperationId?.toLowerCase() ?? null,
            filedById: by.id,
            filedAt: recorded.receivedAt,
          },
        ])
        return note({ id, receiptNo, ...(asker.needsCard && { claimCode: this.claims.codeOf(id) }) })
      },
    )
  }

  /** The answer to a need that was filed before. */
  async recordOf({ needId }: HouseholdNeed): Promise<OperationRecord> {
    const { receiptNo } = await this.unitOfWork.reader.findOneByOrFail(Need, { id: needId })
    return { id: needId, receiptNo }
  }

  private async asker(household: Household, body: HouseholdNeedBody): Promise<Asker> {
    const { reader } = this.unitOfWork
    const resident = body.residentId
      ? await this.households.residentOf(household, body.residentId, reader)
      : undefined
    const phone = body.phone ?? this.residents.readable(resident?.phoneCipher)
    const treatment = {
      isGreenChannel: isGreenChannel(household.marks),
      address: [household.building, household.unit, household.room].filter(Boolean).join(' '),
    }
    if (phone) {
      const { id: residentId } = await this.residents.ofPhone(phone)
      const complainant = { residentId, phoneCipher: this.personalData.encrypt(phone), ...treatment }
      return { complainant, resident, unclaimed: undefined, needsCard: false }
    }
    const known = resident?.personId ? await this.residents.byId(resident.personId) : null
    const unclaimed = known ? undefined : this.residents.unclaimed(resident?.nameCipher ?? null)
    const person = known ?? unclaimed
    if (!person) throw new Error('somebody has to be the complainant')
    const complainant = { residentId: person.id, phoneCipher: person.phoneCipher, ...treatment }
    return { complainant, resident, unclaimed, needsCard: isUnclaimed(person) }
  }

  private async remember(tx: Tx, { complainant, resident, unclaimed }: Asker): Promise<void> {
    if (unclaimed) await insertRows(tx, Resident, [unclaimed])
    if (resident && resident.personId !== complainant.residentId)
      await tx.update(HouseholdResident, { id: resident.id }, { personId: complainant.residentId })
  }
}

/** Whether nobody can sign in as this resident: neither phone nor WeChat is known. */
export const isUnclaimed = ({ phoneIndex, weChatIndex }: Resident): boolean => !phoneIndex && !weChatIndex

function needBody(household: Household, body: HouseholdNeedBody, recorded: Recorded): SubmitNeedBody {
  return Object.assign(new SubmitNeedBody(), {
    text: body.text,
    areaId: household.gridId,
    capturedAt: recorded.at.toISOString(),
    ...(body.place && { place: body.place }),
    ...(body.attachmentIds && { attachmentIds: body.attachmentIds }),
  })
}
