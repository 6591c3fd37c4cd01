import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import styles from '@/desk/parts/desk.module.scss'
import { usePages } from '@/hooks/use-pages'
import { Listing } from '@/parts/listing'
import { rules, type RulesBy } from '@/services/routing'
import { Blank, Button, Notice } from '@/ui'
import { ruleWords } from '@/words-routing'
import { RuleCard } from './rule-card'
import type { RuleStart } from './rule-form'
import { RulesFilter } from './rules-filter'
import { useEnding } from './use-ending'

/** All rules with all their versions, the newest first; of a category, a department or an area alone. */
export function Rules({ onStart }: { onStart: (start: RuleStart) => void }) {
  const [by, setBy] = useState<RulesBy>({})
  const list = usePages(JSON.stringify(by), (cursor) => rules(by, cursor))
  const { problems, end } = useEnding(list.reload)
  useReachBottom(list.more)
  return (
    <>
      <View className={styles.list}>
        <Notice>{ruleWords.hint}</Notice>
        <RulesFilter onChange={setBy} />
        <Button onPress={() => onStart({})}>{ruleWords.add}</Button>
        {problems.map((problem) => (
          <Notice key={problem} tone="amber">
            {problem}
          </Notice>
        ))}
      </View>
      <Listing
        pages={list}
        className={styles.cards}
        empty={
          <Blank icon="building" title={ruleWords.emptyTitle}>
            {ruleWords.empty}
          </Blank>
        }
      >
        {(rule) => (
          <RuleCard key={rule.id} rule={rule} onChange={() => onStart({ rule })} onEnd={() => end(rule)} />
        )}
      </Listing>
    </>
  )
}
