import type { CareMark } from '@minsheng/shared'
import { randomBytes } from 'node:crypto'
import type { PersonalData } from '../people/index.js'
import { Entry } from '../places/index.js'
import { addRows, insertRows, newId, type Tx } from '../platform/database/index.js'
import { GridBook } from './grid-book.entity.js'
import { HouseholdResident } from './household-resident.entity.js'
import { Household } from './household.entity.js'

export interface NewHousehold {
  building: string
  unit: string
  room: string
  marks: CareMark[]
  note: string | null
  residents: {
    name: string
    localId?: string | null
    phone: string | null
    idNumber: string | null
    relation: string | null
  }[]
}

/** What a code on a door says: so many characters that nobody makes one up. */
const newDoorCode = (): string => `m-${randomBytes(8).toString('hex')}`

/**
 * Enters households into a grid, each with a code for its door. A code that a resident scans says where they are, and
 * not who lives there. Changes of the grid wait meanwhile, so that a phone sees all of them.
 * @returns what was entered, in the order given
 */
export async function writeHouseholds(
  tx: Tx,
  personalData: PersonalData,
  { gridId, words }: { gridId: string; words: string },
  news: readonly NewHousehold[],
  now: Date,
): Promise<Household[]> {
  await addRows(
    tx,
    GridBook,
    [{ gridId, changes: news.length, households: news.length }],
    ['changes', 'households'],
  )
  const { changes } = await tx.findOneByOrFail(GridBook, { gridId })
  const cipher = (text: string | null) => (text ? personalData.encrypt(text) : null)
  const households = news.map(({ building, unit, room, marks, note }, index): Household => ({
    ...{ id: newId(now), gridId, building, unit, room, doorCode: newDoorCode(), marks },
    ...{
      noteCipher: cipher(note),
      unvisitedSince: now,
      lastMetAt: null,
      lastVisitedAt: null,
      nextVisitOn: null,
    },
    ...{ version: 1, changeNumber: changes - news.length + 1 + index, removedAt: null },
  }))
  await insertRows(tx, Household, households)
  await insertRows(
    tx,
    Entry,
    households.map(({ doorCode, building, unit }) => ({
      ...{ scene: doorCode, kind: 'door' as const, areaId: gridId, departmentId: null },
      words: `${words} ${building} ${unit}`.trim(),
    })),
  )
  const residents = households.flatMap(({ id: householdId }, index) =>
    (news[index]?.residents ?? []).map(({ name, localId, phone, idNumber, relation }, position) => ({
      ...{ id: newId(now), householdId, localId: localId ?? null, position, relation, personId: null },
      nameCipher: personalData.encrypt(name),
      phoneCipher: cipher(phone),
      idNumberCipher: cipher(idNumber),
    })),
  )
  await insertRows(tx, HouseholdResident, residents)
  return households
}
