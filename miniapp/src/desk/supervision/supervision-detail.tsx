import { useState } from 'react'
import { View } from '@tarojs/components'
import {
  formatMoment,
  formatPromise,
  isPermitted,
  supervisionCauseWords,
  supervisionLevelWords,
  supervisionStateWords,
  supervisionSubjectWords,
} from '@minsheng/shared'
import { Columns } from '@/desk/parts/columns'
import { dueWords } from '@/desk/parts/due-words'
import styles from '@/desk/parts/order-detail.module.scss'
import { useRequest } from '@/hooks/use-request'
import { Lines } from '@/parts/lines'
import { go, goDesk } from '@/routes'
import type { SupervisionView } from '@/services/api'
import { getSupervision } from '@/services/supervision'
import { useSession } from '@/stores/session'
import { a11y, Button, Card, Failed, Light, Notice, SectionTitle, Skeleton, Tag, Timeline } from '@/ui'
import { words } from '@/words'
import { orderWords } from '@/words-desk'
import { supervisionWords } from '@/words-supervision'
import { SupervisionActs } from './supervision-acts'
import { lightOf } from './supervision-row'

/** Everything of one supervision order, and what can be done with it now. */
export function SupervisionDetail({ id, onChanged }: { id: string; onChanged?: () => void }) {
  const order = useRequest(id, () => getSupervision(id))
  const [notice, setNotice] = useState<string | null>(null)
  if (order.error && !order.data) return <Failed error={order.error} onRetry={order.reload} />
  if (!order.data) return <Skeleton label={words.loading} />
  const { workOrderId } = order.data
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
            {workOrderId && (
              <Button look="line" onPress={() => void go.order(workOrderId)}>
                {supervisionWords.openOrder}
              </Button>
            )}
            {order.data.about === 'complaint' && <ToComplaints />}
          </>
        }
        side={
          <>
            <Said title={supervisionWords.demand} text={order.data.demand} />
            <Said title={supervisionWords.feedback} text={order.data.feedback} />
            <Said title={supervisionWords.conclusion} text={order.data.conclusion} />
            <Events order={order.data} />
          </>
        }
      />
      <SupervisionActs
        order={order.data}
        onDone={(changed) => {
          setNotice(null)
          order.replace(changed)
          onChanged?.()
        }}
        onConflict={(what) => {
          setNotice(what)
          order.reload()
          onChanged?.()
        }}
      />
    </>
  )
}

function Summary({ order }: { order: SupervisionView }) {
  const now = new Date()
  const waits = order.state === 'issued'
  return (
    <Card>
      <View className={styles.row}>
        <View className={styles.tags}>
          <Tag tone={order.level === 3 ? 'red' : 'amber'}>{supervisionLevelWords[order.level]}</Tag>
          <Tag tone="plain">{supervisionStateWords[order.state]}</Tag>
          {waits && <Light light={lightOf(order, now)} words={dueWords(order.dueAt, now)} />}
        </View>
      </View>
      <View className={styles.title} {...a11y('heading')}>
        {order.title}
      </View>
      <View className={styles.dim}>
        {supervisionWords.due(formatPromise(new Date(order.dueAt), now))}
        {order.dueProvisional && supervisionWords.provisional}
      </View>
      <View className={styles.gap}>
        <Lines
          lines={[
            [supervisionWords.orderTitle, order.number],
            [supervisionWords.about, supervisionSubjectWords[order.about]],
            [supervisionWords.department, order.departmentName ?? supervisionWords.office],
            [supervisionWords.cause, supervisionCauseWords[order.cause]],
            [supervisionWords.issuer, order.issuerName ?? supervisionWords.nobody],
            [supervisionWords.category, order.categoryName],
            [supervisionWords.place, order.areaName],
          ]}
        />
      </View>
    </Card>
  )
}

/** The office answers a complaint in its own list, where it is among the most pressing. */
function ToComplaints() {
  const roles = useSession((sessions) => sessions.staff?.person.roles ?? [])
  if (!isPermitted('complaint.handle', roles)) return null
  return (
    <Button look="line" onPress={() => void goDesk('complaints')}>
      {supervisionWords.openComplaints}
    </Button>
  )
}

function Said({ title, text }: { title: string; text: string | null }) {
  if (!text) return null
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <Card>
        <View className={styles.text}>{text}</View>
      </Card>
    </>
  )
}

function Events({ order }: { order: SupervisionView }) {
  const now = new Date()
  const isOver = order.state === 'settled' || order.state === 'revoked'
  return (
    <>
      <SectionTitle>{supervisionWords.events}</SectionTitle>
      <Card>
        <Timeline
          moments={order.events.map((event, index) => ({
            key: `${event.at}${event.words}${index}`,
            title: event.words,
            detail: event.detail,
            when: [formatMoment(new Date(event.at), now), event.byName].filter(Boolean).join('　'),
            kind: index === 0 && !isOver ? 'now' : 'done',
          }))}
        />
      </Card>
    </>
  )
}
