import { ruleWorkdaysMax, shanghaiDate } from '@minsheng/shared'
import type { RuleBody, RuleView } from '@/services/api'
import { ruleWords } from '@/words-routing'

interface Named {
  id: string
  name: string
}

/** What is chosen for a rule. */
export interface RuleChoice {
  category: Named | null
  /** Null: everywhere. */
  area: Named | null
  months: string[]
  isByDispatcher: boolean
  departmentId: string | null
  assistingIds: readonly string[]
}
/** What is typed. */
export type RuleTyped = Record<
  'words' | 'from' | 'until' | 'priority' | 'workdays' | 'validFrom' | 'validUntil',
  string
>

export const choiceOf = (rule: RuleView | undefined): Omit<RuleChoice, 'category' | 'area'> => ({
  months: (rule?.months ?? []).map(String),
  isByDispatcher: rule ? rule.department === null : false,
  departmentId: rule?.department?.id ?? null,
  assistingIds: rule?.assisting.map(({ id }) => id) ?? [],
})

export const typedOf = (rule: RuleView | undefined): RuleTyped => ({
  words: rule?.words?.join(' ') ?? '',
  from: rule?.hours ? String(rule.hours.from) : '',
  until: rule?.hours ? String(rule.hours.until) : '',
  priority: rule?.priority ? String(rule.priority) : '',
  workdays: rule?.answerWorkdays ? String(rule.answerWorkdays) : '',
  validFrom: '',
  validUntil: rule?.validUntil ? shanghaiDate(new Date(rule.validUntil)) : '',
})

const whole = /^\d{1,3}$/
const day = /^\d{4}-\d{2}-\d{2}$/
const isEmptyOr = (pattern: RegExp, text: string) => text === '' || pattern.test(text)
const areWorkdays = (text: string) => whole.test(text) && Number(text) >= 1 && Number(text) <= ruleWorkdaysMax
const startOf = (date: string) => `${date}T00:00:00+08:00`

/** What is still wrong with a rule that is being written, in words; the server looks at the rest. */
export function problemsOf(choice: RuleChoice, typed: RuleTyped): string[] {
  const { from, until, priority, workdays, validFrom, validUntil } = typed
  const areHoursRight =
    (from === '') === (until === '') && [from, until].every((text) => isEmptyOr(whole, text))
  const checks: [isRight: boolean, words: string][] = [
    [choice.category !== null, ruleWords.categoryEmpty],
    [choice.isByDispatcher || choice.departmentId !== null, ruleWords.departmentEmpty],
    [areHoursRight, ruleWords.hoursWrong],
    [isEmptyOr(whole, priority), ruleWords.priorityWrong],
    [workdays === '' || areWorkdays(workdays), ruleWords.workdaysWrong],
    [isEmptyOr(day, validFrom) && isEmptyOr(day, validUntil), ruleWords.dateWrong],
  ]
  return checks.filter(([isRight]) => !isRight).map(([, words]) => words)
}

/** The rule as the server takes it: a condition that is not set is left out. */
export function bodyOf(choice: RuleChoice, typed: RuleTyped): RuleBody {
  const { category, area, months, isByDispatcher, departmentId, assistingIds } = choice
  const words = typed.words.split(/[\s、，,]+/).filter(Boolean)
  return {
    categoryId: category?.id ?? '',
    ...(area && { areaId: area.id }),
    ...(words.length > 0 && { words }),
    ...(months.length > 0 && { months: months.map(Number) }),
    ...(typed.from && { hours: { from: Number(typed.from), until: Number(typed.until) } }),
    ...(typed.priority && { priority: Number(typed.priority) }),
    ...(typed.workdays && { answerWorkdays: Number(typed.workdays) }),
    ...(!isByDispatcher && departmentId && { departmentId, assistingIds: [...assistingIds] }),
    ...(typed.validFrom && { validFrom: startOf(typed.validFrom) }),
    ...(typed.validUntil && { validUntil: startOf(typed.validUntil) }),
  } as RuleBody
}
