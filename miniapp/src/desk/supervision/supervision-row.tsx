import { View } from '@tarojs/components'
import { DAY, supervisionCauseWords, supervisionLevelWords, supervisionStateWords } from '@minsheng/shared'
import { dueWords } from '@/desk/parts/due-words'
import styles from '@/desk/parts/order-row.module.scss'
import type { SupervisionSummary } from '@/services/api'
import { cx, Light, Press, Tag } from '@/ui'
import { supervisionWords } from '@/words-supervision'

/** Red when the feedback is late, yellow on the last day. */
export function lightOf({ dueAt, isOverdue }: SupervisionSummary, now: Date) {
  if (isOverdue) return 'red'
  return Date.parse(dueAt) - now.getTime() < DAY ? 'yellow' : 'green'
}

interface SupervisionRowProps {
  order: SupervisionSummary
  chosen: boolean
  onOpen: (id: string) => void
}

/** One supervision order of the list: by when, which level, whose, why. */
export function SupervisionRow({ order, chosen, onOpen }: SupervisionRowProps) {
  const now = new Date()
  const waits = order.state === 'issued'
  const light = lightOf(order, now)
  const facts = [
    order.departmentName ?? supervisionWords.office,
    supervisionCauseWords[order.cause],
    order.areaName,
    order.issuerName ?? supervisionWords.nobody,
  ]
  return (
    <Press
      role="link"
      className={cx(styles.row, waits ? styles[light] : styles.closed, chosen && styles.chosen)}
      onPress={() => onOpen(order.id)}
    >
      <View className={styles.top}>
        {waits ? (
          <Light light={light} words={dueWords(order.dueAt, now)} />
        ) : (
          <Tag tone="plain">{supervisionStateWords[order.state]}</Tag>
        )}
        <View className={styles.small}>{supervisionLevelWords[order.level]}</View>
      </View>
      <View className={styles.title}>{order.title}</View>
      <View className={styles.small}>{facts.join('　')}</View>
    </Press>
  )
}
