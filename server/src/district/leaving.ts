import { isTwin, openWorkOrderStates } from '@minsheng/shared'
import { In, IsNull } from 'typeorm'
import { WorkOrder } from '../handling/index.js'
import { Department, Staff } from '../people/index.js'
import { Entry } from '../places/index.js'
import type { Tx } from '../platform/database/index.js'
import { raiseEdition } from '../platform/editions.js'
import { RoutingRule } from '../routing/index.js'
import type { DistrictFiles } from './district-files.js'
import { codedIn, ruleRows } from './writing-district.js'

/** What is in service and not named by the files any more. */
export interface Leaving {
  departments: Department[]
  staff: Staff[]
  entries: Entry[]
  rules: RoutingRule[]
}

/** A department that still has work cannot leave. */
export class DepartmentsBusy extends Error {}

/**
 * What would leave with the files as they are. Areas and categories never do: needs of the past lie in them. A list
 * that is empty says nothing of who leaves, administrators are never among them, nor are rules that an administrator
 * has made.
 */
export async function leavingOf(tx: Tx, files: DistrictFiles, now: Date): Promise<Leaving> {
  const isNamed = namedBy(files)
  const departments = (await tx.findBy(Department, { leftAt: IsNull() })).filter(
    ({ code }) => !isNamed.department(code),
  )
  const gone = new Set(departments.map(({ id }) => id))
  const staff = (await tx.findBy(Staff, { isActive: true })).filter(
    ({ account, departmentId, roles }) =>
      !roles.includes('administrator') && (gone.has(departmentId ?? '') || !isNamed.account(account)),
  )
  const entries = (await tx.find(Entry)).filter(({ scene }) => !isNamed.scene(scene))
  const rules = ruleRows(files['routing-rules'], await codedIn(tx), now, now)
  const known = await tx.findBy(RoutingRule, { createdById: IsNull(), validUntil: IsNull() })
  return {
    departments,
    staff,
    entries,
    rules: known.filter((rule) => !rules.some((named) => isTwin(rule, named))),
  }
}

/** Takes out of service what leaves; what it has done stays. @throws DepartmentsBusy */
export async function leave(
  tx: Tx,
  { departments, staff, entries, rules }: Leaving,
  now: Date,
): Promise<void> {
  await assertIdle(tx, departments)
  await tx.update(Department, { id: In(departments.map(({ id }) => id)) }, { leftAt: now })
  await tx.update(Staff, { id: In(staff.map(({ id }) => id)) }, { isActive: false })
  await tx.delete(Entry, { scene: In(entries.map(({ scene }) => scene)) })
  await tx.update(RoutingRule, { id: In(rules.map(({ id }) => id)) }, { validUntil: now })
  await raiseEdition(tx, 'rules')
}

/** By `ix_work_order_queue`. */
async function assertIdle(tx: Tx, departments: readonly Department[]): Promise<void> {
  const busy: string[] = []
  for (const { id: departmentId, name } of departments) {
    const open = await tx.countBy(WorkOrder, { departmentId, state: In([...openWorkOrderStates]) })
    if (open > 0) busy.push(`${name}还有 ${open} 件没有办完的工单`)
  }
  if (busy.length > 0) throw new DepartmentsBusy(`${busy.join('；')}。请先办完或改派给别的单位，再停用`)
}

/** In words, one line each. */
export const wordsOf = ({ departments, staff, entries, rules }: Leaving): string[] => [
  ...departments.map(({ name, code }) => `单位 ${name}（${code}）`),
  ...staff.map(({ name, account }) => `账号 ${name}（${account}）`),
  ...entries.map(({ scene, words }) => `门牌码 ${words}（${scene}）`),
  ...(rules.length > 0 ? [`${rules.length} 条分派规则`] : []),
]

function namedBy({ departments, staff, entries }: DistrictFiles) {
  const codes = new Set(departments.map(({ code }) => code))
  const accounts = new Set(staff.map(({ account }) => account))
  const scenes = new Set(entries.map(({ scene }) => scene))
  return {
    department: (code: string) => codes.has(code),
    account: (account: string) => staff.length === 0 || accounts.has(account),
    scene: (scene: string) => entries.length === 0 || scenes.has(scene),
  }
}
