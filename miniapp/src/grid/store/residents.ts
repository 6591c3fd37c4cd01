import { maskIdNumber, maskPhone } from '@minsheng/shared'
import type { HouseholdChangeBody, HouseholdResidentBody, HouseholdResidentView } from '@/services/api'

/** So many live at one door at most. */
export const residentsMax = 20

/** Somebody of a household, as their grid worker knows them. */
export interface OwnResident extends HouseholdResidentView {
  /** Whoever the server does not know yet: all that was typed, for it has to be told again with each change. */
  written?: HouseholdResidentBody
}

const NEW = 'new '

/** Those who can be named in a visit or a need: all but whom an earlier version of the app has written down. */
export const nameable = <R extends { id: string }>(residents: readonly R[]): R[] =>
  residents.filter(({ id }) => !id.startsWith(NEW))

/** Whether the server has named them: until then they are called by a UUID of the phone. */
export const isRegistered = ({ id }: { id: string }): boolean => !id.includes('-') && !id.startsWith(NEW)

/** Whether this is who was called so: what was written before the server has named them says the phone's own name. */
export const isCalled = (
  { id, localId }: Pick<HouseholdResidentView, 'id' | 'localId'>,
  name: string | null | undefined,
): boolean => Boolean(name) && (id === name || localId === name)

const bodyOf = ({ id, name, written }: OwnResident): HouseholdResidentBody => written ?? { id, name }

/** All of a household, to be told again with a change; what is left out of one stays as the server has it. */
export const bodiesOf = (residents: readonly OwnResident[]): HouseholdResidentBody[] => residents.map(bodyOf)

/** With one of them changed, or added when nobody is said. */
export function withResident(
  residents: readonly OwnResident[],
  who: string | null,
  change: HouseholdResidentBody,
): HouseholdResidentBody[] {
  if (who === null) return [...bodiesOf(residents), change]
  return residents.map((one) => (one.id === who ? { ...bodyOf(one), ...change } : bodyOf(one)))
}

/** Whoever has moved out is not told any more. */
export const withoutResident = (residents: readonly OwnResident[], who: string): HouseholdResidentBody[] =>
  bodiesOf(residents.filter(({ id }) => id !== who))

const orBefore = <T>(said: T | undefined, before: T | undefined): T | null =>
  said === undefined ? (before ?? null) : said

const calledSo = (localId: string | null | undefined) => (localId ? { localId } : {})

/** As they are seen once they are written: what is left out stays as it was. */
export const asWritten = (
  bodies: readonly HouseholdResidentBody[],
  before: readonly OwnResident[],
): OwnResident[] =>
  bodies.map((body, index) => {
    const { id, localId, name, phone, idNumber, relation } = body
    const old = before.find((one) => isCalled(one, id ?? localId))
    return {
      id: id ?? old?.id ?? localId ?? `${NEW}${index}`,
      ...calledSo(localId ?? old?.localId),
      name,
      phoneMasked: orBefore(phone && maskPhone(phone), old?.phoneMasked),
      idNumberMasked: orBefore(idNumber && maskIdNumber(idNumber), old?.idNumberMasked),
      relation: orBefore(relation, old?.relation),
      ...(!id && !(old && isRegistered(old)) && { written: body }),
    }
  })

/** A change upon what the server has now: whom it does not know any more is entered anew. */
export function upon(
  change: HouseholdChangeBody,
  theirs: readonly HouseholdResidentView[],
): HouseholdChangeBody {
  const known = new Set(theirs.map(({ id }) => id))
  const residents = change.residents?.map(({ id, ...rest }) => (id && known.has(id) ? { id, ...rest } : rest))
  return residents ? { ...change, residents } : change
}
