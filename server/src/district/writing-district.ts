import { destinationOf, fromShanghai, isTwin } from '@minsheng/shared'
import type { ObjectLiteral } from 'typeorm'
import { Department, Staff } from '../people/index.js'
import { Area, Entry } from '../places/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import { raiseEdition } from '../platform/editions.js'
import { Category, RoutingRule } from '../routing/index.js'
import type { DistrictFiles } from './district-files.js'

/** Finds the id of a row by its code. */
type Ids = ReadonlyMap<string, string>

export interface Coded {
  areaIds: Ids
  departmentIds: Ids
  categoryIds: Ids
}

/** Somebody new, whose password has to be made and told. */
export type NewStaff = Omit<Staff, 'passwordHash'>

function required(ids: Ids, code: string): string {
  const id = ids.get(code)
  if (!id) throw new Error(`${code} is named, but not there`)
  return id
}
const optional = (ids: Ids, code: string | null): string | null =>
  code === null ? null : required(ids, code)

/**
 * Writes what a district brings: what has a code that is there already is changed, what is new is added, and what
 * is no longer named stays as it is (`leave` takes it out of service). Running servers come to know.
 * @param validFrom since when a rule that is new counts
 * @returns people who were not there before; their rows are to be written with a password
 */
export async function writeDistrict(
  tx: Tx,
  files: DistrictFiles,
  now: Date,
  validFrom: Date = now,
): Promise<NewStaff[]> {
  const areaIds = await writeAreas(tx, files.areas, now)
  const departments = files.departments.map(({ area, ...department }) => ({
    ...department,
    areaId: optional(areaIds, area),
    leftAt: null,
  }))
  const departmentIds = await upsert(tx, Department, departments, now)
  const categoryIds = await writeCategories(tx, files.categories, now)
  await writeRules(
    tx,
    ruleRows(files['routing-rules'], { areaIds, departmentIds, categoryIds }, now, validFrom),
  )
  const entries = files.entries.map(({ area, department, ...entry }) => ({
    ...entry,
    areaId: optional(areaIds, area),
    departmentId: optional(departmentIds, department),
  }))
  await tx.upsert(Entry, entries, ['scene'])
  await raiseEdition(tx, 'district')
  return writeStaff(tx, files.staff, { areaIds, departmentIds }, now)
}

/** @returns the ids of all codes that are there now */
async function upsert<Row extends { id: string; code: string } & ObjectLiteral>(
  tx: Tx,
  entity: new () => Row,
  rows: readonly Omit<Row, 'id'>[],
  now: Date,
): Promise<Ids> {
  const ids = await idsIn(tx, entity)
  const isKnown = ({ code }: { code: string }) => ids.has(code)
  const old = (rows as readonly Row[]).filter(isKnown)
  const added = (rows as readonly Row[])
    .filter((row) => !isKnown(row))
    .map((row) => ({ ...row, id: newId(now) }))
  for (const row of old)
    await tx
      .createQueryBuilder()
      .update(entity as new () => ObjectLiteral)
      .set(row)
      .where('code = :code', { code: row.code })
      .execute()
  await insertRows(tx, entity, added)
  return new Map([...ids, ...added.map(({ code, id }) => [code, id] as const)])
}

const idsIn = async <Row extends { id: string; code: string } & ObjectLiteral>(
  tx: Tx,
  entity: new () => Row,
): Promise<Ids> =>
  new Map((await tx.createQueryBuilder(entity, 'known').getMany()).map(({ id, code }) => [code, id]))

/** All that has a code in the database. */
export const codedIn = async (tx: Tx): Promise<Coded> => ({
  areaIds: await idsIn(tx, Area),
  departmentIds: await idsIn(tx, Department),
  categoryIds: await idsIn(tx, Category),
})

/** From the district down, so that the id of the one above is known. */
async function writeAreas(tx: Tx, areas: DistrictFiles['areas'], now: Date): Promise<Ids> {
  let ids: Ids = new Map()
  for (const level of ['district', 'street', 'community', 'grid'] as const) {
    const rows = areas
      .filter((area) => area.level === level)
      .map(({ code, name, parent, center: [longitude, latitude], polygon }) => ({
        ...{ code, name, level, polygon, longitude, latitude },
        parentId: optional(ids, parent),
      }))
    ids = await upsert(tx, Area, rows, now)
  }
  return ids
}

async function writeCategories(tx: Tx, fields: DistrictFiles['categories'], now: Date): Promise<Ids> {
  const rows = fields.map(({ code, name, followUp = false }, position) => ({
    ...{ code, name, level: 1, parentId: null, position },
    ...{ urgency: 'ordinary' as const, isEvidenceRequired: false, isReviewed: true },
    ...{ isFollowedUp: followUp, words: [], lookalikeMetres: null },
  }))
  const ids = await upsert(tx, Category, rows, now)
  const leaves = fields.flatMap((field, position) =>
    field.children.map((child, index) => ({
      code: child.code,
      name: child.name,
      level: 2,
      parentId: required(ids, field.code),
      position: position * 100 + index,
      urgency: child.urgency,
      isEvidenceRequired: child.evidence,
      isReviewed: child.review,
      isFollowedUp: child.followUp ?? field.followUp ?? false,
      words: child.words,
      lookalikeMetres: child.lookalikeMetres ?? null,
    })),
  )
  return upsert(tx, Category, leaves, now)
}

export function ruleRows(
  rules: DistrictFiles['routing-rules'],
  { categoryIds, areaIds, departmentIds }: Coded,
  now: Date,
  validFrom: Date,
): RoutingRule[] {
  return rules.map((rule) => {
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
      validFrom,
      validUntil: null,
      departmentId: optional(departmentIds, rule.department),
      assistingIds: (rule.assisting ?? []).map((code) => required(departmentIds, code)),
      answerWorkdays: rule.answerWorkdays ?? null,
      createdAt: now,
      createdById: null,
    }
  })
}

/** A rule with the same conditions leads elsewhere from now on: another version of it. */
async function writeRules(tx: Tx, rules: readonly RoutingRule[]): Promise<void> {
  const known = await tx.find(RoutingRule)
  const added: RoutingRule[] = []
  for (const rule of rules) {
    const before = known.find((each) => isTwin(each, rule))
    if (!before) added.push(rule)
    else if (destinationOf(before) !== destinationOf(rule)) {
      await tx.update(RoutingRule, { id: before.id }, { validUntil: rule.validFrom })
      added.push({ ...rule, ruleId: before.ruleId, version: before.version + 1 })
    }
  }
  await insertRows(tx, RoutingRule, added)
  if (added.length > 0) await raiseEdition(tx, 'rules')
}

async function writeStaff(
  tx: Tx,
  staff: DistrictFiles['staff'],
  { areaIds, departmentIds }: Omit<Coded, 'categoryIds'>,
  now: Date,
): Promise<NewStaff[]> {
  const known = new Set((await tx.find(Staff, { select: { account: true } })).map(({ account }) => account))
  const rows = staff.map(({ account, name, roles, department, area }) => ({
    ...{ account, name, roles },
    departmentId: optional(departmentIds, department),
    areaId: optional(areaIds, area),
  }))
  for (const row of rows.filter(({ account }) => known.has(account)))
    await tx.update(Staff, { account: row.account }, { ...row, isActive: true })
  return rows
    .filter(({ account }) => !known.has(account))
    .map((row) => ({ ...row, id: newId(now), isActive: true, createdAt: now }))
}

/** Since before any need: for a district whose past is told. */
export const sinceEver = fromShanghai('2020-01-01')
