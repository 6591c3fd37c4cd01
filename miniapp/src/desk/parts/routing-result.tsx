import { View } from '@tarojs/components'
import { Lines } from '@/parts/lines'
import type { RoutingView, RuleView } from '@/services/api'
import { whyWords } from '@/words-routing'
import styles from './routing-result.module.scss'
import { ruleText } from './rule-text'

const percent = (share: number) => Math.round(share * 100)

/** What was guessed, which rule decided, and what else was close. */
export function RoutingResult({ routing }: { routing: RoutingView }) {
  const { outcome, guesses, rule, close, town, scanned } = routing
  return (
    <>
      <View className={styles.outcome}>{whyWords.outcome[outcome]}</View>
      <Lines
        lines={[
          [
            whyWords.guesses,
            guesses
              .map(({ category, confidence, words }) =>
                whyWords.guess(category.name, percent(confidence), words),
              )
              .join('；'),
          ],
          [whyWords.rule, rule && ruleText(rule)],
          [whyWords.lead, rule && !town?.isTaken ? (rule.department?.name ?? whyWords.dispatcher) : null],
          [whyWords.assisting, rule?.assisting.map(({ name }) => name).join('、')],
          [whyWords.workdays, rule?.answerWorkdays ? whyWords.within(rule.answerWorkdays) : null],
          [whyWords.scanned, scanned?.name],
          [whyWords.town, town && whyWords.townIs(percent(town.probability), town.isTaken)],
          ['', town?.words.length ? whyWords.townWords(town.words) : null],
          [whyWords.close, close.map(closeText).join('；')],
        ]}
      />
    </>
  )
}

const closeText = (rule: RuleView) => `${ruleText(rule)}→${rule.department?.name ?? whyWords.dispatcher}`
