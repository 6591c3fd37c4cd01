import { fromShanghai } from '@minsheng/shared'
import { type Area as AreaRow, Area, Entry } from '../places/index.js'
import { Department, hashPassword, PersonalData, Resident, Staff } from '../people/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import { Category, RoutingRule } from '../routing/index.js'
import { demonstrationPassword } from './accounts.js'
import { readSeed } from './seed.js'

/** Finds the id of a row by the code it has in the seed files. */
type Ids = ReadonlyMap<string, string>

function required(ids: Ids, code: string): string {
  const id = ids.get(code)
  if (!id) throw new Error(`the seed names ${code}, which is not there`)
  return id
}
const optional = (ids: Ids, code: string | null): string | null =>
  code === null ? null : required(ids, code)

const idsOf = (rows: readonly { id: string; code: string }[]): Ids =>
  new Map(rows.map(({ id, code }) => [code, id]))

/** Writes areas, departments, categories, rules and people of the demonstration district. */
export async function writeDistrict(tx: Tx, personalData: PersonalData, now: Date): Promise<void> {
  const areas = await areaRows(now)
  await insertRows(tx, Area, areas)
  const areaIds = idsOf(areas)

  const departments = (await readSeed('departments')).map(({ area, ...department }) => ({
    ...department,
    id: newId(now),
    areaId: optional(areaIds, area),
  }))
  await insertRows(tx, Department, departments)
  const departmentIds = idsOf(departments)

  const entries = (await readSeed('entries')).map(({ area, department, ...entry }) => ({
    ...entry,
    areaId: optional(areaIds, area),
    departmentId: optional(departmentIds, department),
  }))
  await insertRows(tx, Entry, entries)

  const categories = await categoryRows(now)
  await insertRows(tx, Category, categories)
  const categoryIds = idsOf(categories)
  const rules = await ruleRows(now, { categoryIds, areaIds, departmentIds })
  await insertRows(tx, RoutingRule, rules)

  const passwordHash = await hashPassword(demonstrationPassword)
  const staff = (await readSeed('staff')).map(({ account, name, roles, department, area }) => ({
    id: newId(now),
    account,
    passwordHash,
    name,
    roles,
    departmentId: optional(departmentIds, department),
    areaId: optional(areaIds, area),
    isActive: true,
    createdAt: now,
  }))
  await insertRows(tx, Staff, staff)
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

async function areaRows(now: Date): Promise<AreaRow[]> {
  const seed = await readSeed('areas')
  const ids: Ids = new Map(seed.map(({ code }) => [code, newId(now)]))
  return seed.map(({ code, name, level, parent, center: [longitude, latitude], polygon }) => ({
    id: required(ids, code),
    code,
    name,
    level,
    parentId: optional(ids, parent),
    longitude,
    latitude,
    polygon,
  }))
}

async function categoryRows(now: Date): Promise<Category[]> {
  const fields = await readSeed('categories')
  return fields.flatMap(({ code, name, followUp = false, children }, position): Category[] => {
    const field = {
      id: newId(now),
      code,
      name,
      level: 1,
      parentId: null,
      position,
      urgency: 'ordinary' as const,
      isEvidenceRequired: false,
      isReviewed: true,
      isFollowedUp: followUp,
      words: [],
      lookalikeMetres: null,
    }
    const leaves = children.map((child, index) => ({
      id: newId(now),
      code: child.code,
      name: child.name,
      level: 2,
      parentId: field.id,
      position: position * 100 + index,
      urgency: child.urgency,
      isEvidenceRequired: child.evidence,
      isReviewed: child.review,
      isFollowedUp: child.followUp ?? followUp,
      words: child.words,
      lookalikeMetres: child.lookalikeMetres ?? null,
    }))
    return [field, ...leaves]
  })
}

interface Coded {
  categoryIds: Ids
  areaIds: Ids
  departmentIds: Ids
}

/** Valid since before the first need of the demonstration. */
async function ruleRows(now: Date, { categoryIds, areaIds, departmentIds }: Coded): Promise<RoutingRule[]> {
  return (await readSeed('routing-rules')).map((rule) => {
    const id = newId(now)
    return {
      id,
      ruleId: id,
      version: 1,
      categoryId: required(categoryIds, rule.category),
      areaId: optional(areaIds, rule.area),
      words: rule.words ?? null,
      months: rule.months ?? null,
      hours: rule.hours ?? null,
      priority: rule.priority ?? 0,
      validFrom: fromShanghai('2020-01-01'),
      validUntil: null,
      departmentId: optional(departmentIds, rule.department),
      assistingIds: (rule.assisting ?? []).map((code) => required(departmentIds, code)),
      createdAt: now,
      createdById: null,
    }
  })
}
