import { type DistrictFiles, sinceEver, writeDistrict as write } from '../district/index.js'
import { hashPassword, PersonalData, Resident, Staff } from '../people/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import { demonstrationPassword } from './accounts.js'
import { readSeed } from './seed.js'

/** Writes areas, departments, categories, rules and people of the demonstration district. */
export async function writeDistrict(tx: Tx, personalData: PersonalData, now: Date): Promise<void> {
  const passwordHash = await hashPassword(demonstrationPassword)
  const staff = await write(tx, await districtFiles(), now, sinceEver)
  await insertRows(
    tx,
    Staff,
    staff.map((person) => ({ ...person, passwordHash })),
  )
  const residents = (await readSeed('residents')).map(({ name, phone }) => ({
    id: newId(now),
    weChatIndex: null,
    weChatCipher: null,
    phoneCipher: personalData.encrypt(phone),
    phoneIndex: personalData.indexOf(phone),
    identityIndex: null,
    nameCipher: personalData.encrypt(name),
    createdAt: now,
  }))
  await insertRows(tx, Resident, residents)
}

const districtFiles = async (): Promise<DistrictFiles> => ({
  areas: await readSeed('areas'),
  departments: await readSeed('departments'),
  categories: await readSeed('categories'),
  'routing-rules': await readSeed('routing-rules'),
  entries: await readSeed('entries'),
  staff: await readSeed('staff'),
})
