import { memo } from 'react'
import { View } from '@tarojs/components'
import type { NeedSummary } from '@/services/api'
import { useAppearance } from '@/hooks/use-appearance'
import { go } from '@/routes'
import { cx, Press, Tag, Track } from '@/ui'
import { needWords, progressWords } from '@/words-need'
import { promiseOf, timeUsed, toneOf } from './need-words'
import styles from './need-card.module.scss'

/** One of my needs on a list: what, who, by when. */
export const NeedCard = memo(function NeedCard({ need }: { need: NeedSummary }) {
  const { isLarge } = useAppearance()
  const now = new Date()
  const time = timeUsed(need, now)
  const promise = time && promiseOf(need, now)
  return (
    <Press role="link" className={styles.card} onPress={() => void go.need(need.id)}>
      <View className={cx(styles.row, styles.head)}>
        <View className={styles.title}>{need.title}</View>
        <Tag tone={toneOf(need)}>{need.awaitsRating ? progressWords.rateNow : need.stateWords}</Tag>
      </View>
      {time && !isLarge && (
        <Track
          share={time.share}
          late={time.isLate}
          label={needWords.timeUsed(Math.min(100, Math.round(time.share * 100)))}
        />
      )}
      <View className={styles.row}>
        <View>{need.department?.name ?? (need.state === 'submitted' && needWords.waitingDispatch)}</View>
        <View className={cx(styles.end, !promise && styles.number)}>
          {time?.isLate
            ? time.left
            : promise
              ? needWords.answerBy(promise, need.dueProvisional)
              : need.receiptNo}
        </View>
      </View>
    </Press>
  )
})
