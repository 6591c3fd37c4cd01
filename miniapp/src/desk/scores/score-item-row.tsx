import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import type { ScoreItemView } from '@/services/api'
import { Card } from '@/ui'
import styles from './figures.module.scss'

/** One thing that was counted: what, whose, where, when. */
export function ScoreItemRow({ item }: { item: ScoreItemView }) {
  const { title, receiptNo, departmentName, areaName, at } = item
  const facts = [departmentName, areaName, formatMoment(new Date(at), new Date())].filter(Boolean)
  return (
    <Card>
      <View>{title}</View>
      <View className={styles.small}>{receiptNo}</View>
      <View className={styles.small}>{facts.join('　')}</View>
    </Card>
  )
}
