import { formatDay, formatPromise } from '@minsheng/shared'
import { View } from '@tarojs/components'
import { Lines } from '@/parts/lines'
import type { NeedView } from '@/services/api'
import { Button, Card, Notice } from '@/ui'
import { standingWords } from '@/words-story'
import styles from './index.module.scss'
import { MasterCard } from './master-card'

/** What exactly the need waits for: the question, the plan, or the need that it follows. */
export function Standing({ need, onSupply }: { need: NeedView; onSupply: () => void }) {
  return (
    <>
      <Question need={need} onSupply={onSupply} />
      <Plan need={need} />
      {need.master && <MasterCard master={need.master} />}
    </>
  )
}

function Question({ need, onSupply }: { need: NeedView; onSupply: () => void }) {
  const { question, allowedActs } = need
  if (!question) return null
  const until = question.until && formatPromise(new Date(question.until), new Date())
  return (
    <Card>
      <Notice tone="amber" title={standingWords.asks(question.departmentName)}>
        {question.text}
      </Notice>
      <Lines
        lines={[
          [standingWords.until, until],
          [standingWords.meanwhile, standingWords.meanwhileHint],
        ]}
      />
      <View className={styles.gap} />
      {allowedActs.includes('supply') && <Button onPress={onSupply}>{standingWords.supply}</Button>}
    </Card>
  )
}

function Plan({ need: { plan } }: { need: NeedView }) {
  if (!plan) return null
  return (
    <Card>
      <Lines
        lines={[
          [standingWords.publicAt, formatDay(plan.publicAt, new Date())],
          [standingWords.owner, plan.owner],
          [standingWords.planText, plan.text],
        ]}
      />
    </Card>
  )
}
