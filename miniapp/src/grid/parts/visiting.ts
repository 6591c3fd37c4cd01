import type { Meeting, VisitTag } from '@minsheng/shared'
import { uuid } from '@/platform/uuid'
import { whereAmI } from '@/platform/location'
import type { HouseholdView, VisitBody } from '@/services/api'
import type { Attached } from '@/stores/attached'
import { laneUpon } from '../store/doors'
import { write } from '../store/grid'
import { type NeedDraft, needsResident, newNeed } from '../store/need-draft'
import { keepNeed } from './needing'

/** A visit while it is being written. */
export interface VisitDraft {
  /** The ids under which the visit and its need will be written: saved twice they are still one. */
  id: string
  needId: string
  meeting: Meeting
  residentId: string | null
  tags: VisitTag[]
  said: string
  files: Attached[]
  nextVisitOn: string | null
  withPlace: boolean
  need: NeedDraft | null
}

export const newVisit = (household: HouseholdView): VisitDraft => ({
  id: uuid(),
  needId: uuid(),
  meeting: 'met',
  residentId: newNeed(household).residentId,
  tags: [],
  said: '',
  files: [],
  nextVisitOn: null,
  withPlace: true,
  need: null,
})

/** The place of this visit: asked for once, now, and never between two visits. */
async function placeNow({ withPlace }: VisitDraft): Promise<VisitBody['place']> {
  const found = withPlace ? await whereAmI() : 'cancelled'
  return typeof found === 'object' ? found : null
}

function bodyOf({ id }: HouseholdView, draft: VisitDraft, place: VisitBody['place']): VisitBody {
  const { meeting, residentId, tags, said, nextVisitOn } = draft
  const isMet = meeting === 'met'
  return {
    householdId: id,
    meeting,
    ...(isMet && residentId && { residentId }),
    ...(isMet && { tags }),
    ...(said.trim() && { said: said.trim() }),
    nextVisitOn,
    ...(place && { place }),
  }
}

/** At a door that the server does not know yet, or with somebody whom it does not, after the door and who lives there. */
const laneFor = (household: HouseholdView, { id, residentId, need }: VisitDraft) =>
  laneUpon(household.id, `visit ${id}`, residentId, need && needsResident(household, need))

/** The need that comes from a visit. In the visit's lane: it names the visit, so it goes after it. */
export async function keepNeedOf(household: HouseholdView, draft: VisitDraft): Promise<void> {
  const { id, needId, need } = draft
  const lane = laneFor(household, draft)
  if (need) await keepNeed(household, need, { id: needId, lane, visitOperationId: id })
}

/** As an earlier version of the app has left it: without who is entered along with the need. */
export const completed = (household: HouseholdView, { need, ...left }: VisitDraft): VisitDraft => ({
  ...left,
  need: need && { ...newNeed(household), ...need },
})

export async function keepVisit(household: HouseholdView, draft: VisitDraft): Promise<void> {
  const { id, files } = draft
  const body = bodyOf(household, draft, await placeNow(draft))
  await write({ id, kind: 'visit.record', body, lane: laneFor(household, draft), files })
  await keepNeedOf(household, draft)
}
