import { isByTheHour, isConditional, type Urgency } from '@minsheng/shared'
import type { Lineage, RuleBook, Ruled } from './rule-book.js'
import type { RoutingRule } from './routing-rule.entity.js'

/** What can be wrong with the rules of a city. The first three send needs to a dispatcher. */
export const findingKinds = [
  'hole',
  'conflict',
  'department_gone',
  'department_without_staff',
  'department_without_duty',
  'never_decides',
  'limit_without_effect',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Findings with which the rules cannot do what they are for. */
export const severeFindings: readonly FindingKind[] = ['hole', 'conflict', 'department_gone']

export interface Finding {
  kind: FindingKind
  categoryId: string | null
  /** Null: everywhere. */
  areaId: string | null
  departmentId: string | null
  rules: RoutingRule[]
}

/** A place that is looked at, and the smallest area of it. */
export interface CheckedPlace {
  areaId: string
  lineage: Lineage
}

export interface City {
  categories: readonly (Ruled & { urgency: Urgency })[]
  /** Every street, and every community and grid that a rule is about. */
  places: readonly CheckedPlace[]
  departments: ReadonlyMap<string, { duties: readonly string[] }>
  /** Departments in which somebody handles orders. */
  staffed: ReadonlySet<string>
}

const nothing = { categoryId: null, areaId: null, departmentId: null, rules: [] }

/** Every category in every place: who would get it, whoever it is about, at any time. */
export function checkRules(book: RuleBook, city: City): Finding[] {
  const deciding = new Set<RoutingRule>()
  const holes = city.categories.flatMap((category) => {
    const open = city.places.filter(({ lineage }) => {
      const { rules, isCovered } = mayDecide(book.about(category, lineage))
      for (const rule of rules) deciding.add(rule)
      return !isCovered
    })
    return holesOf(category, open, city.places.length)
  })
  const conflicts = book.conflicts()
  for (const rule of conflicts.flat()) deciding.add(rule)
  const never = book.rules.filter((rule) => !deciding.has(rule))
  return [
    ...holes,
    ...conflicts.map((rules): Finding => ({ ...nothing, ...scopeOf(rules), kind: 'conflict', rules })),
    ...departmentsOf(book, city),
    ...never.map((rule) => ofRule('never_decides', rule)),
    ...book.rules
      .filter((rule) => isWithoutEffect(rule, city))
      .map((rule) => ofRule('limit_without_effect', rule)),
  ]
}

const ofRule = (kind: FindingKind, rule: RoutingRule): Finding => ({
  ...nothing,
  ...scopeOf([rule]),
  kind,
  rules: [rule],
})

/** Workdays of a rule that is about nothing but what is counted in hours. */
const isWithoutEffect = ({ answerWorkdays, categoryId }: RoutingRule, { categories }: City): boolean =>
  answerWorkdays !== null &&
  categories
    .filter(({ id, fieldId }) => id === categoryId || fieldId === categoryId)
    .every(({ urgency }) => isByTheHour(urgency))

/** The rules that decide for some text at some time: from the first on, until one needs neither. */
function mayDecide(rules: readonly RoutingRule[]): { rules: RoutingRule[]; isCovered: boolean } {
  const last = rules.findIndex((rule) => !isConditional(rule))
  return last < 0
    ? { rules: [...rules], isCovered: false }
    : { rules: rules.slice(0, last + 1), isCovered: true }
}

/** One finding where it is the same everywhere. */
function holesOf({ id: categoryId }: Ruled, open: readonly CheckedPlace[], all: number): Finding[] {
  if (open.length === all && all > 0) return [{ ...nothing, kind: 'hole', categoryId }]
  return open.map(({ areaId }): Finding => ({ ...nothing, kind: 'hole', categoryId, areaId }))
}

function departmentsOf(book: RuleBook, { departments, staffed }: City): Finding[] {
  const naming = new Map<string, RoutingRule[]>()
  for (const rule of book.rules)
    for (const id of [rule.departmentId, ...rule.assistingIds])
      if (id !== null) naming.set(id, [...(naming.get(id) ?? []), rule])
  return [...naming].flatMap(([departmentId, rules]) => {
    const kind = faultOf(departments.get(departmentId), staffed.has(departmentId))
    return kind ? [{ ...nothing, kind, departmentId, rules }] : []
  })
}

function faultOf(
  department: { duties: readonly string[] } | undefined,
  isStaffed: boolean,
): FindingKind | null {
  if (!department) return 'department_gone'
  if (!isStaffed) return 'department_without_staff'
  return department.duties.length === 0 ? 'department_without_duty' : null
}

const scopeOf = ([rule]: readonly RoutingRule[]) => ({
  categoryId: rule?.categoryId ?? null,
  areaId: rule?.areaId ?? null,
})
