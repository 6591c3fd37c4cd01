import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import type { ScoreItemView } from '@/services/api'
import { go } from '@/routes'
import { Card, Press, Tag } from '@/ui'
import { scoreWords } from '@/words-scores'
import styles from './figures.module.scss'

/** One thing that was counted: what, whose, where, when; it leads to its order, for whoever may read orders. */
export function ScoreItemRow({ item, mayOpen }: { item: ScoreItemView; mayOpen: boolean }) {
  const { title, receiptNo, departmentName, areaName, at, workOrderId, correction } = item
  const corrected = correction && scoreWords.corrected[correction]
  const facts = [departmentName, areaName, formatMoment(new Date(at), new Date())].filter(Boolean)
  return (
    <Card>
      {workOrderId && mayOpen ? (
        <Press role="link" className={styles.open} onPress={() => void go.order(workOrderId)}>
          {title}
        </Press>
      ) : (
        <View>{title}</View>
      )}
      {corrected && <Tag tone="amber">{corrected}</Tag>}
      <View className={styles.small}>{receiptNo}</View>
      <View className={styles.small}>{facts.join('　')}</View>
    </Card>
  )
}
