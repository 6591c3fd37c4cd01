import { memo } from 'react'
import { View } from '@tarojs/components'
import { workOrderStateWords } from '@minsheng/shared'
import type { WorkOrderSummary } from '@/services/api'
import { cx, Light, Press, Tag } from '@/ui'
import { orderWords, queueWords } from '@/words-desk'
import { dueWords } from './due-words'
import { isOpen } from './order-state'
import styles from './order-row.module.scss'

interface OrderRowProps {
  order: WorkOrderSummary
  chosen: boolean
  onOpen: (id: string) => void
}

/** One order of the queue: how urgent, what about, where. */
export const OrderRow = memo(function OrderRow({ order, chosen, onOpen }: OrderRowProps) {
  const {
    id,
    title,
    light,
    dueAt,
    areaName,
    categoryName,
    urgency,
    greenChannel,
    round,
    role,
    attachmentsCount,
    remindersCount,
  } = order
  const runs = isOpen(order)
  const facts = [
    areaName,
    urgency === 'critical' || urgency === 'urgent' ? orderWords.urgency[urgency] : null,
    round > 1 ? queueWords.round(round) : null,
    role === 'assist' ? queueWords.assist : null,
    remindersCount ? queueWords.reminders(remindersCount) : null,
    attachmentsCount ? queueWords.attachments(attachmentsCount) : null,
  ]
  return (
    <Press
      role="link"
      className={cx(styles.row, runs ? styles[light] : styles.closed, chosen && styles.chosen)}
      onPress={() => onOpen(id)}
    >
      <View className={styles.top}>
        <View className={styles.tags}>
          {greenChannel && <Tag tone="jade">{orderWords.green}</Tag>}
          {runs ? (
            <Light light={light} words={dueWords(dueAt, new Date())} />
          ) : (
            <Tag tone="plain">{workOrderStateWords[order.state]}</Tag>
          )}
        </View>
        <View className={styles.small}>{categoryName ?? order.receiptNo}</View>
      </View>
      <View className={styles.title}>{title}</View>
      <View className={styles.small}>{facts.filter(Boolean).join('　')}</View>
    </Press>
  )
})
