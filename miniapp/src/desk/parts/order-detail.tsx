import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatMoment, formatPromise, ratingLevelWords, workOrderStateWords } from '@minsheng/shared'
import { ActBar } from '@/desk/acts/act-bar'
import { Supervise } from '@/desk/supervision/supervise'
import { useRequest } from '@/hooks/use-request'
import { Attachments } from '@/parts/attachments'
import { Lines } from '@/parts/lines'
import type { RatingView, WorkOrderView } from '@/services/api'
import { getWorkOrder } from '@/services/work-orders'
import { a11y, Card, Failed, Light, Notice, Skeleton, Tag } from '@/ui'
import { words } from '@/words'
import { orderWords, queueWords } from '@/words-desk'
import { Columns } from './columns'
import { Contact } from './contact'
import desk from './desk.module.scss'
import { dueWords } from './due-words'
import { Followers } from './followers'
import { Answer, Events, ReturnRequest } from './order-history'
import { Others } from './order-others'
import { PrintOrder } from './print-order'
import { Standing } from './order-standing'
import { Whereabouts } from './whereabouts'
import { Why } from './why'
import { isOpen } from './order-state'
import styles from './order-detail.module.scss'

/** Everything of one order, and what can be done with it now. */
export function OrderDetail({ id, onChanged }: { id: string; onChanged?: () => void }) {
  const order = useRequest(id, () => getWorkOrder(id))
  const [notice, setNotice] = useState<string | null>(null)
  if (order.error && !order.data) return <Failed error={order.error} onRetry={order.reload} />
  if (!order.data) return <Skeleton label={words.loading} />
  const done = (changed: WorkOrderView) => {
    setNotice(null)
    order.replace(changed)
    onChanged?.()
  }
  const conflict = (what: string) => {
    setNotice(what)
    order.reload()
    onChanged?.()
  }
  return (
    <>
      {notice && (
        <Notice tone="amber" title={orderWords.changed}>
          {notice}
        </Notice>
      )}
      <Columns
        main={
          <>
            <Summary order={order.data} />
            <Standing order={order.data} />
            <Story order={order.data} />
            <ReturnRequest order={order.data} />
            <Answer order={order.data} />
            <Others order={order.data} />
            <Followers order={order.data} />
            <Why order={order.data} />
          </>
        }
        side={
          <>
            <Events order={order.data} />
            <View className={desk.acts}>
              <PrintOrder order={order.data} />
              <Supervise order={order.data} onDone={order.reload} />
            </View>
          </>
        }
      />
      <ActBar order={order.data} onDone={done} onConflict={conflict} />
    </>
  )
}

function Summary({ order }: { order: WorkOrderView }) {
  const now = new Date()
  const moment = (at: string | null) => at && formatMoment(new Date(at), now)
  return (
    <Card>
      <View className={styles.row}>
        <View className={styles.tags}>
          <Tag tone="plain">{workOrderStateWords[order.state]}</Tag>
          {order.greenChannel && <Tag tone="jade">{orderWords.green}</Tag>}
          {isOpen(order) && <Light light={order.light} words={dueWords(order.dueAt, now)} />}
          {order.round > 1 && <Tag tone="amber">{queueWords.round(order.round)}</Tag>}
          {order.remindersCount > 0 && <Tag tone="amber">{queueWords.reminders(order.remindersCount)}</Tag>}
        </View>
        <View className={styles.number}>{order.receiptNo}</View>
      </View>
      <View className={styles.title} {...a11y('heading')}>
        {order.title}
      </View>
      <View className={styles.dim}>
        {orderWords.due(formatPromise(new Date(order.dueAt), now))}
        {order.dueProvisional && orderWords.provisional}
      </View>
      {order.greenChannel && <View className={styles.dim}>{orderWords.greenHint}</View>}
      {order.previousRating && (
        <View className={styles.gap}>
          <Notice tone="amber">{orderWords.previous(ratingText(order.previousRating))}</Notice>
        </View>
      )}
      <View className={styles.gap}>
        <Lines
          lines={[
            [
              orderWords.category,
              [order.categoryName, orderWords.urgency[order.urgency]].filter(Boolean).join(' · '),
            ],
            [order.role === 'assist' ? queueWords.assist : orderWords.department, order.department.name],
            [orderWords.firstDue, order.firstDueAt && formatPromise(new Date(order.firstDueAt), now)],
            [orderWords.acceptDue, order.state === 'pending' ? moment(order.acceptDueAt) : null],
            [orderWords.contactDue, order.contactedAt || !isOpen(order) ? null : moment(order.contactDueAt)],
          ]}
        />
      </View>
    </Card>
  )
}

const ratingText = ({ level, solved, tags, words: said }: RatingView) =>
  [
    ratingLevelWords[level],
    solved === null ? null : solved ? orderWords.solved : orderWords.unsolved,
    ...tags,
    said,
  ]
    .filter(Boolean)
    .join('，')

function Story({ order }: { order: WorkOrderView }) {
  return (
    <Card>
      <View className={styles.text}>{order.text}</View>
      <Attachments files={order.attachments} />
      <Whereabouts order={order} />
      <Contact order={order} />
    </Card>
  )
}
