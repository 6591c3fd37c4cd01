import { strictRound } from '@minsheng/shared'
import type { Actor as Capacity } from '@minsheng/shared'
import type { Person } from '../people/index.js'
import type { Need } from './need.entity.js'
import type { WorkOrder } from './work-order.entity.js'

/** Whether somebody acts as the one who asked. A grid worker who filed for a resident does not judge for them. */
export const isComplainant = (person: Person, need: Pick<Need, 'residentId'>): boolean =>
  person.id === need.residentId

/** Whether somebody may read a need as a resident does. */
export const mayFollow = (person: Person, need: Pick<Need, 'residentId' | 'filedById'>): boolean =>
  isComplainant(person, need) || person.id === need.filedById

/** Whether somebody handles orders of a department. */
export const isHandlerOf = (person: Person, departmentId: string | null): boolean =>
  departmentId !== null && person.departmentId === departmentId && person.roles.includes('handler')

/** Whether a staff member sees the orders of all departments. */
export const seesAll = (person: Person): boolean =>
  person.roles.some((role) => role === 'dispatcher' || role === 'supervisor')

/** Whether somebody hears of complaints about a need: whoever sees all orders, and does not belong to the accused. */
export const mayKnowOfComplaints = (person: Person, need: Pick<Need, 'departmentId'>): boolean =>
  seesAll(person) && (person.departmentId === null || person.departmentId !== need.departmentId)

/** Whether a staff member may see an order at all. The lead department sees those of who assists it. */
export const maySee = (person: Person, order: WorkOrder, need: Pick<Need, 'departmentId'>): boolean =>
  person.departmentId === order.departmentId || isHandlerOf(person, need.departmentId) || seesAll(person)

const held = (all: readonly [Capacity, boolean][]): Capacity[] =>
  all.filter(([, holds]) => holds).map(([capacity]) => capacity)

/** In which capacities somebody acts on a whole need. */
export const needCapacities = (person: Person, need: Need): Capacity[] =>
  held([
    ['complainant', isComplainant(person, need)],
    ['handler', isHandlerOf(person, need.departmentId)],
    ['dispatcher', person.roles.includes('dispatcher')],
    ['supervisor', person.roles.includes('supervisor')],
  ])

/**
 * In which capacities a staff member acts on an order: handlers and reviewers only for their own department. From
 * the second rework on a supervisor may review in place of a department that has no other reviewer.
 * docs/adr/0021
 */
export function orderCapacities(person: Person, order: WorkOrder, need: Need): Capacity[] {
  const isSupervisor = person.roles.includes('supervisor')
  const isReviewer = person.departmentId === order.departmentId && person.roles.includes('reviewer')
  return held([
    ['handler', isHandlerOf(person, order.departmentId)],
    ['lead', order.role === 'assist' && isHandlerOf(person, need.departmentId)],
    ['reviewer', isReviewer || (isSupervisor && order.round >= strictRound)],
    ['dispatcher', person.roles.includes('dispatcher')],
    ['supervisor', isSupervisor],
  ])
}
