import { shanghaiDate, shanghaiMinute } from './time.js'

/** From one full hour of a day until another; 22 until 6 goes over midnight. */
export interface HourSpan {
  from: number
  until: number
}

/** One version of a rule that says whose a matter is. Null means: of all of them, always. WORKFLOW §1 "dispatch". */
export interface RoutingRuleFacts {
  /** Of this version: what has routed a need can be shown later as it was then. */
  id: string
  /** A category, or a field and with it all its categories. */
  categoryId: string
  areaId: string | null
  /** One of them has to stand in the text. Folded. */
  words: readonly string[] | null
  /** 1–12, in Shanghai. */
  months: readonly number[] | null
  /** Of the day in Shanghai. */
  hours: HourSpan | null
  /** The larger comes first, however special another one is. */
  priority: number
  validFrom: Date
  /** The first moment at which it does not count any more. */
  validUntil: Date | null
  /** Null: a dispatcher decides, and that is meant. */
  departmentId: string | null
  assistingIds: readonly string[]
  /** Until the answer to what is not pressing. Null: as the limits of the city say. */
  answerWorkdays: number | null
}

/** What a rule is looked for. Categories and areas from the nearest to the widest. */
export interface RoutedMatter {
  categoryIds: readonly string[]
  areaIds: readonly string[]
  /** Folded. */
  text: string
  at: Date
}

/** What the rules say of a matter, and which rules would have been next. */
export type RuleVerdict<Rule extends RoutingRuleFacts = RoutingRuleFacts> =
  { kind: 'rule'; rule: Rule; close: Rule[] } | { kind: 'conflict'; rules: Rule[] } | { kind: 'none' }

/** How rules and texts are compared: full width as half width, capitals as small letters. */
export const foldedWords = (text: string): string => text.normalize('NFKC').toLowerCase()

/**
 * The rule that decides, of those that fit: by priority, then the nearer category, then the nearer area, then one
 * with words before one without, then one with months or hours before one without, then the newer one. Two that
 * are equal in all of this and name other departments are a conflict: then a person decides. docs/adr/0055
 */
export function decideRule<Rule extends RoutingRuleFacts>(
  rules: readonly Rule[],
  matter: RoutedMatter,
): RuleVerdict<Rule> {
  const fitting = inOrder(
    rules.filter((rule) => fits(rule, matter)),
    matter,
  )
  const [best, ...others] = fitting
  if (!best) return { kind: 'none' }
  const equals = others.filter((other) => isEqualRank(best, other, matter))
  if (equals.some((other) => destinationOf(other) !== destinationOf(best)))
    return { kind: 'conflict', rules: [best, ...equals] }
  return { kind: 'rule', rule: best, close: others.filter((other) => !equals.includes(other)) }
}

/** The rules in the order in which they come to decide. */
export const inOrder = <Rule extends RoutingRuleFacts>(
  rules: readonly Rule[],
  matter: Pick<RoutedMatter, 'categoryIds' | 'areaIds'>,
): Rule[] =>
  [...rules].sort(
    (one, other) => difference(one, other, matter) || (one.id < other.id ? -1 : Number(one.id > other.id)),
  )

/** Whether neither of two rules comes before the other. */
export const isEqualRank = (
  one: RoutingRuleFacts,
  other: RoutingRuleFacts,
  matter: Pick<RoutedMatter, 'categoryIds' | 'areaIds'>,
): boolean => difference(one, other, matter) === 0

/** Whom a rule names, and by when; of two rules that agree in it, it does not matter which one decides. */
export const destinationOf = ({ departmentId, assistingIds, answerWorkdays }: RoutingRuleFacts): string =>
  [departmentId, ...[...assistingIds].sort(), answerWorkdays].join(' ')

/** Whether a rule needs more than a category and a place. */
export const isConditional = ({ words, months, hours }: RoutingRuleFacts): boolean =>
  words !== null || months !== null || hours !== null

export const isValidAt = ({ validFrom, validUntil }: RoutingRuleFacts, at: Date): boolean =>
  validFrom <= at && (validUntil === null || at < validUntil)

/** Whether two rules say of the same matters, at some same time, whose they are: then one of them is too much. */
export const isTwin = (one: RoutingRuleFacts, other: RoutingRuleFacts): boolean =>
  scopeOf(one) === scopeOf(other) && areValidTogether(one, other)

/** Whether there is a moment at which both count. */
export const canMeet = (one: RoutingRuleFacts, other: RoutingRuleFacts): boolean =>
  areValidTogether(one, other) &&
  share(one.months, other.months) &&
  share(hoursIn(one.hours), hoursIn(other.hours))

const areValidTogether = (one: RoutingRuleFacts, other: RoutingRuleFacts): boolean =>
  (other.validUntil === null || one.validFrom < other.validUntil) &&
  (one.validUntil === null || other.validFrom < one.validUntil)

const share = (some: readonly number[] | null, others: readonly number[] | null): boolean =>
  some === null || others === null || some.some((each) => others.includes(each))

const hoursIn = (span: HourSpan | null): number[] | null =>
  span && Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isWithin(span, hour))

const scopeOf = ({ categoryId, areaId, words, months, hours, priority }: RoutingRuleFacts): string =>
  JSON.stringify([
    categoryId,
    areaId,
    words && [...words].sort(),
    months && [...months].sort((a, b) => a - b),
    hours && [hours.from, hours.until],
    priority,
  ])

function fits(rule: RoutingRuleFacts, { categoryIds, areaIds, text, at }: RoutedMatter): boolean {
  const { categoryId, areaId, words, months, hours } = rule
  return (
    categoryIds.includes(categoryId) &&
    (areaId === null || areaIds.includes(areaId)) &&
    (words === null || words.some((word) => text.includes(word))) &&
    (months === null || months.includes(Number(shanghaiDate(at).slice(5, 7)))) &&
    (hours === null || isWithin(hours, Math.floor(shanghaiMinute(at) / 60))) &&
    isValidAt(rule, at)
  )
}

const isWithin = ({ from, until }: HourSpan, hour: number): boolean =>
  from < until ? from <= hour && hour < until : from <= hour || hour < until

type Nearness = Pick<RoutedMatter, 'categoryIds' | 'areaIds'>

/** Below 0 when the first rule comes first. */
function difference(one: RoutingRuleFacts, other: RoutingRuleFacts, matter: Nearness): number {
  const ranks = rankOf(other, matter)
  return rankOf(one, matter).reduce((found, rank, place) => found || rank - (ranks[place] ?? rank), 0)
}

/** Compared from the left; the smaller comes first. */
const rankOf = (rule: RoutingRuleFacts, { categoryIds, areaIds }: Nearness): readonly number[] => [
  -rule.priority,
  categoryIds.indexOf(rule.categoryId),
  rule.areaId === null ? areaIds.length : areaIds.indexOf(rule.areaId),
  rule.words === null ? 1 : 0,
  rule.months === null && rule.hours === null ? 1 : 0,
  -rule.validFrom.getTime(),
]
