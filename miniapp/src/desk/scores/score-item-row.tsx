import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import type { ScoreItemView } from '@/services/api'
import { go } from '@/routes'
import { Card, Press } from '@/ui'
import styles from './figures.module.scss'

/** One thing that was counted: what, whose, where, when; it leads to its order, for whoever may read orders. */
export function ScoreItemRow({ item, mayOpen }: { item: ScoreItemView; mayOpen: boolean }) {
  const { title, receiptNo, departmentName, areaName, at, workOrderId } = item
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
      <View className={styles.small}>{receiptNo}</View>
      <View className={styles.small}>{facts.join('　')}</View>
    </Card>
  )
}
