import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import type { NeedView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { remindNeed } from '@/services/needs'
import { Button, Card, Notice } from '@/ui'
import { wordsOfError } from '@/words-errors'
import { needWords } from '@/words-need'
import styles from './remind.module.scss'

interface RemindProps {
  need: NeedView
  onDone: (need: NeedView) => void
}

/** Chases, once a day: what it does is said before, that it was heard after. */
export function Remind({ need, onDone }: RemindProps) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { count, isDue, againAt } = need.reminder
  const now = new Date()
  const again = againAt ? new Date(againAt) : null
  if (again && again > now)
    return <Notice icon="check">{needWords.reminded(count, formatMoment(again, now))}</Notice>
  // The page may have been open since yesterday.
  if (!isDue && !again) return null
  const remind = async () => {
    setBusy(true)
    setProblem(null)
    try {
      onDone(await remindNeed(need.id, {}))
    } catch (thrown) {
      setProblem(wordsOfError(asApiError(thrown)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card>
      <Button look="soft" icon="bell" busy={busy && needWords.remindBusy} onPress={() => void remind()}>
        {needWords.remind}
      </Button>
      <View className={styles.hint}>{needWords.remindHint}</View>
      {problem && <Notice tone="amber">{problem}</Notice>}
    </Card>
  )
}
