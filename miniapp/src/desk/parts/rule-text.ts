import type { RuleView } from '@/services/api'
import { whyWords } from '@/words-routing'

/** "全区 · 提到“凌晨” · 22 点到 6 点" */
export const ruleConditions = ({ area, words, months, hours }: RuleView): string =>
  [
    area?.name ?? whyWords.everywhere,
    words && whyWords.says(words),
    months && whyWords.months(months),
    hours && whyWords.hours(hours.from, hours.until),
  ]
    .filter(Boolean)
    .join(' · ')

/** "施工噪音 · 全区 · 22 点到 6 点（第 2 版）" */
export const ruleText = (rule: RuleView): string =>
  `${rule.category.name} · ${ruleConditions(rule)}（${whyWords.version(rule.version)}）`
