import { randomInt } from 'node:crypto'
import { hashPassword, Staff } from '../people/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import type { NewStaff } from './writing-district.js'

/** A password of somebody new, to be handed over once: only its hash is kept. */
export interface Handover {
  account: string
  name: string
  password: string
}

/** Without letters and digits that are taken for one another. */
const signs = 'abcdefghijkmnpqrstuvwxyz23456789'

const newPassword = (): string =>
  Array.from({ length: 14 }, (_, at) => (at % 5 === 4 ? '-' : signs[randomInt(signs.length)])).join('')

/** Writes people who were not there before, each with a password of chance. */
export async function openAccounts(tx: Tx, people: readonly NewStaff[]): Promise<Handover[]> {
  const opened = await Promise.all(
    people.map(async (person) => {
      const password = newPassword()
      return { person, password, passwordHash: await hashPassword(password) }
    }),
  )
  await insertRows(
    tx,
    Staff,
    opened.map(({ person, passwordHash }) => ({ ...person, passwordHash })),
  )
  return opened.map(({ person: { account, name }, password }) => ({ account, name, password }))
}

/** The first one of a district, who lets in nobody else but keeps limits, calendar and rules. */
export const anAdministrator = (name: string, account: string, now: Date): NewStaff => ({
  ...{ id: newId(now), account, name, roles: ['administrator'], departmentId: null, areaId: null },
  ...{ isActive: true, createdAt: now },
})
