import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useSaving } from '@/desk/deadlines/use-saving'
import { usePages } from '@/hooks/use-pages'
import { Listing } from '@/parts/listing'
import { ask } from '@/platform/ask'
import type { RuleView } from '@/services/api'
import { endRule, rules, type RulesBy } from '@/services/routing'
import { Blank, Button, Notice } from '@/ui'
import { ruleWords } from '@/words-routing'
import { RuleCard } from './rule-card'
import type { RuleStart } from './rule-form'
import { RulesFilter } from './rules-filter'
import styles from './rules.module.scss'

/** All rules with all their versions, the newest first; of a category, a department or an area alone. */
export function Rules({ onStart }: { onStart: (start: RuleStart) => void }) {
  const [by, setBy] = useState<RulesBy>({})
  const list = usePages(JSON.stringify(by), (cursor) => rules(by, cursor))
  const { problems, save } = useSaving(list.reload)
  useReachBottom(list.more)
  const end = async ({ ruleId, category }: RuleView) => {
    if (await ask(ruleWords.endAsk(category.name))) await save(() => endRule(ruleId))
  }
  return (
    <View className={styles.list}>
      <Notice>{ruleWords.hint}</Notice>
      <RulesFilter onChange={setBy} />
      <Button onPress={() => onStart({})}>{ruleWords.add}</Button>
      {problems.map((problem) => (
        <Notice key={problem} tone="amber">
          {problem}
        </Notice>
      ))}
      <Listing
        pages={list}
        className={styles.list}
        empty={
          <Blank icon="building" title={ruleWords.emptyTitle}>
            {ruleWords.empty}
          </Blank>
        }
      >
        {(rule) => (
          <RuleCard
            key={rule.id}
            rule={rule}
            onChange={() => onStart({ rule })}
            onEnd={() => void end(rule)}
          />
        )}
      </Listing>
    </View>
  )
}
