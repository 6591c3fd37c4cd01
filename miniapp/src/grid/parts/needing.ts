import type { HouseholdNeedBody, HouseholdView } from '@/services/api'
import { laneOf, laneUpon } from '../store/doors'
import { write } from '../store/grid'
import { entersNewcomer, type NeedDraft, needsResident } from '../store/need-draft'
import { withResident } from '../store/residents'

interface NeedToKeep {
  /** The UUID under which it is written: saved twice it is still one. */
  id: string
  /** The lane of the visit that it comes from, and its UUID. */
  lane?: string
  visitOperationId?: string
}

function bodyOf(household: HouseholdView, need: NeedDraft, visitOperationId?: string): HouseholdNeedBody {
  const residentId = needsResident(household, need)
  return {
    householdId: household.id,
    ...(residentId && { residentId }),
    ...(need.phone && { phone: need.phone }),
    text: need.text.trim(),
    ...(visitOperationId && { visitOperationId }),
  }
}

/** Somebody of whom the server has never heard is entered first, and called by the phone's own name. docs/adr/0159 */
async function enterNewcomer(household: HouseholdView, need: NeedDraft): Promise<void> {
  const { newcomerId, name, phone } = need
  const newcomer = { localId: newcomerId, name: name.trim(), ...(phone && { phone }) }
  await write({
    id: newcomerId,
    kind: 'household.change',
    body: { householdId: household.id, residents: withResident(household.residents, null, newcomer) },
    lane: laneOf(household.id),
    baseVersion: household.version,
  })
}

/** A need on a resident's behalf. It goes after whoever it is for. */
export async function keepNeed(
  household: HouseholdView,
  need: NeedDraft,
  { id, lane = id, visitOperationId }: NeedToKeep,
): Promise<void> {
  if (entersNewcomer(household, need)) await enterNewcomer(household, need)
  await write({
    id,
    kind: 'need.file',
    body: bodyOf(household, need, visitOperationId),
    lane: laneUpon(household.id, lane, needsResident(household, need)),
  })
}
