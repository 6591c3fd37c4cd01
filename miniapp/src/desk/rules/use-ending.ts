import { useSaving } from '@/desk/deadlines/use-saving'
import { ask } from '@/platform/ask'
import type { RuleView } from '@/services/api'
import { endRule } from '@/services/routing'
import { ruleWords } from '@/words-routing'

/** Ends a rule, once the administrator has said yes. */
export function useEnding(onEnded: () => void) {
  const { problems, save } = useSaving(onEnded)
  const askAndEnd = async ({ ruleId, category }: RuleView) => {
    if (await ask(ruleWords.endAsk(category.name))) await save(() => endRule(ruleId))
  }
  return { problems, end: (rule: RuleView) => void askAndEnd(rule) }
}
