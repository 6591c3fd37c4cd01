import { mobilePhone } from '@minsheng/shared'
import { uuid } from '@/platform/uuid'
import type { HouseholdView } from '@/services/api'
import { householdWords } from '@/words-grid'
import { nameable, residentsMax } from './residents'

/** A need on somebody's behalf while it is being written. */
export interface NeedDraft {
  /** Of the household; null: somebody else of it, then name or phone say who. */
  residentId: string | null
  name: string
  phone: string
  text: string
  /** What the phone calls somebody else who is entered along with the need. */
  newcomerId: string
}

export const newNeed = ({ residents }: HouseholdView): NeedDraft => ({
  residentId: nameable(residents)[0]?.id ?? null,
  name: '',
  phone: '',
  text: '',
  newcomerId: uuid(),
})

export const isFull = ({ residents }: HouseholdView) => residents.length >= residentsMax

/** Whoever is said by name alone has to be on the list, for it is the name that the card is for. */
export const entersNewcomer = (household: HouseholdView, { residentId, name }: NeedDraft): boolean =>
  !residentId && Boolean(name.trim()) && !isFull(household)

/** What is missing, in words; null: it can be sent. */
export function missingIn(household: HouseholdView, need: NeedDraft): string | null {
  const { residentId, phone, text } = need
  if (!text.trim()) return householdWords.needMissing
  if (phone && !mobilePhone.test(phone)) return householdWords.phoneMissing
  if (residentId || phone || entersNewcomer(household, need)) return null
  return isFull(household) ? householdWords.phoneMissing : householdWords.whoMissing
}

/** For whom: somebody of the list, or whoever is entered along with it. */
export const needsResident = (household: HouseholdView, need: NeedDraft): string | null =>
  need.residentId ?? (entersNewcomer(household, need) ? need.newcomerId : null)
