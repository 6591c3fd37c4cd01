import { clockLimits, type Limit, type Urgency } from './clocks.js'

/** The most workdays that a routing rule may give. */
export const ruleWorkdaysMax = 60

/** Whose word a limit is: of the rule that routed the need, of the city's limits, or of the table of WORKFLOW §5. */
export const limitSources = ['rule', 'city', 'table'] as const
export type LimitSource = (typeof limitSources)[number]
export interface DecidedLimit extends Limit {
  source: LimitSource
}

/** Clocks whose limits a city sets. WORKFLOW §5, the table. */
export const limitedClocks = ['dispatch', 'accept', 'contact', 'answer'] as const
export type LimitedClock = (typeof limitedClocks)[number]

/** A limit that a city has set for some needs, and for some time. Null means all of them. */
export interface LimitRule {
  kind: LimitedClock
  urgency: Urgency | null
  categoryId: string | null
  areaId: string | null
  limit: Limit
  /** The first day on which a clock that starts has this limit, "YYYY-MM-DD". */
  validFrom: string
  /** The last such day; null goes on. */
  validUntil: string | null
}

/** What a limit is asked for. Categories and areas from the nearest to the widest. */
export interface LimitedMatter {
  urgency: Urgency
  categoryIds: readonly string[]
  areaIds: readonly string[]
  /** What the routing rule says that decided about it. Null: it says nothing of time. */
  ruleWorkdays: number | null
}

/** Whether it is counted in hours: what is pressing (also by the green channel) waits for no rule's workdays. */
export const isByTheHour = (urgency: Urgency): boolean => urgency === 'critical' || urgency === 'urgent'

/**
 * The limit of a clock that starts on a date. For the answer to what is not pressing, the workdays of the routing rule
 * come first. Then of the limits that fit, the most specific one: a nearer category comes before a nearer area, and
 * that before the urgency. Where none fits, the table of WORKFLOW §5. docs/adr/0143
 */
export function limitFor(
  rules: readonly LimitRule[],
  kind: LimitedClock,
  matter: LimitedMatter,
  date: string,
): DecidedLimit {
  const { ruleWorkdays, urgency } = matter
  if (kind === 'answer' && ruleWorkdays !== null && !isByTheHour(urgency))
    return { amount: ruleWorkdays, unit: 'workdays', source: 'rule' }
  let best: { rule: LimitRule; distance: number } | undefined
  for (const rule of rules) {
    if (rule.kind !== kind || !isValidOn(rule, date)) continue
    const distance = distanceOf(rule, matter)
    if (distance < (best?.distance ?? Infinity)) best = { rule, distance }
  }
  return best ? { ...best.rule.limit, source: 'city' } : { ...clockLimits[kind][urgency], source: 'table' }
}

/** Whether two rules would fit the same needs equally well on some day: then neither could win. */
export const overlaps = (one: LimitRule, other: LimitRule): boolean =>
  one.kind === other.kind &&
  one.urgency === other.urgency &&
  one.categoryId === other.categoryId &&
  one.areaId === other.areaId &&
  one.validFrom <= (other.validUntil ?? FOREVER) &&
  other.validFrom <= (one.validUntil ?? FOREVER)

const FOREVER = '9999-12-31'
/** More than there are levels of categories or areas. */
const LEVELS = 10

const isValidOn = ({ validFrom, validUntil }: LimitRule, date: string): boolean =>
  validFrom <= date && date <= (validUntil ?? FOREVER)

/** How far a rule is from a matter; infinite when it does not fit. */
function distanceOf(rule: LimitRule, { urgency, categoryIds, areaIds }: LimitedMatter): number {
  const category = levelOf(rule.categoryId, categoryIds)
  const area = levelOf(rule.areaId, areaIds)
  const urgencyLevel = levelOf(rule.urgency, [urgency])
  return (category * LEVELS + area) * LEVELS + urgencyLevel
}

/** 0 for the nearest, the number of levels for all, infinite for another one. */
function levelOf(wanted: string | null, levels: readonly string[]): number {
  if (wanted === null) return levels.length
  const level = levels.indexOf(wanted)
  return level < 0 ? Infinity : level
}
