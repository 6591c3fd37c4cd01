import type { CareMark } from '@minsheng/shared'
import type { RegisteredView } from '@/services/api'
import { registerWords } from '@/words-register'

/** One person as typed: what is left empty of phone and number stays as it is. */
export interface PersonTyped {
  /** Only of this form. */
  key: string
  id: string | null
  name: string
  relation: string
  phone: string
  idNumber: string
}

/** A household as typed. */
export interface HouseholdTyped {
  building: string
  unit: string
  room: string
  note: string
  people: PersonTyped[]
}

/** What is there, or the empty form of a door that is new. */
export const typedOf = ({
  building = '',
  unit = '',
  room = '',
  note,
  residents = [],
}: Partial<RegisteredView>): HouseholdTyped => ({
  ...{ building, unit, room, note: note ?? '' },
  people: residents.map(({ id, name, relation }) => ({
    ...{ key: id, id, name, relation: relation ?? '', phone: '', idNumber: '' },
  })),
})

/** What is still missing, in words; the server looks at the rest. */
export function missingIn({ building, room, people }: HouseholdTyped): string[] {
  const checks: [isRight: boolean, words: string][] = [
    [building.trim() !== '', registerWords.buildingEmpty],
    [room.trim() !== '', registerWords.roomEmpty],
    [people.every(({ name }) => name.trim() !== ''), registerWords.nameEmpty],
  ]
  return checks.filter(([isRight]) => !isRight).map(([, words]) => words)
}

/** The whole household as the server takes it; the version that was read, or the grid of a new one, comes to it. */
export function bodyOf(typed: HouseholdTyped, marks: readonly CareMark[]) {
  const { building, unit, room, note, people } = typed
  return {
    ...{ building: building.trim(), unit: unit.trim(), room: room.trim() },
    ...{ marks: [...marks], note: note.trim() || null },
    residents: people.map(({ id, name, relation, phone, idNumber }) => ({
      ...(id && { id }),
      name: name.trim(),
      relation: relation.trim() || null,
      ...(phone.trim() && { phone: phone.trim() }),
      ...(idNumber.trim() && { idNumber: idNumber.trim() }),
    })),
  }
}
