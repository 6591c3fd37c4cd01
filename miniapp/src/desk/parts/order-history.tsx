import { View } from '@tarojs/components'
import { answerResultWords, formatMoment } from '@minsheng/shared'
import { Attachments } from '@/parts/attachments'
import { Lines } from '@/parts/lines'
import type { WorkOrderView } from '@/services/api'
import { Card, SectionTitle, Tag, Timeline } from '@/ui'
import { orderWords } from '@/words-desk'
import { isOpen } from './order-state'
import styles from './order-detail.module.scss'

export function ReturnRequest({ order: { returnRequest } }: { order: WorkOrderView }) {
  if (!returnRequest) return null
  return (
    <>
      <SectionTitle>{orderWords.returnTitle}</SectionTitle>
      <Card>
        <View>{returnRequest.reason}</View>
        <View className={styles.gap}>
          <Lines
            lines={[
              [orderWords.returnBasis, returnRequest.legalBasis],
              [orderWords.returnTo, returnRequest.suggestedDepartment?.name],
            ]}
          />
        </View>
      </Card>
    </>
  )
}

export function Answer({ order: { answer } }: { order: WorkOrderView }) {
  if (!answer) return null
  return (
    <>
      <SectionTitle aside={formatMoment(new Date(answer.at), new Date())}>{orderWords.answer}</SectionTitle>
      <Card>
        <View className={styles.text}>{answer.text}</View>
        <Attachments files={answer.attachments} />
        {answer.evidenceNote && <Lines lines={[[orderWords.evidenceNote, answer.evidenceNote]]} />}
        <View className={styles.tags}>
          <Tag tone={answer.result === 'solved' ? 'done' : 'plain'}>{answerResultWords[answer.result]}</Tag>
        </View>
      </Card>
    </>
  )
}

export function Events({ order }: { order: WorkOrderView }) {
  const now = new Date()
  const newestFirst = [...order.events].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  return (
    <>
      <SectionTitle>{orderWords.events}</SectionTitle>
      <Card>
        <Timeline
          moments={newestFirst.map((event, index) => ({
            key: `${event.at}${event.words}${index}`,
            title: event.words,
            detail: event.detail,
            when: [formatMoment(new Date(event.at), now), event.byName].filter(Boolean).join('　'),
            kind: index === 0 && isOpen(order) ? 'now' : 'done',
            extra: event.attachments.length ? <Attachments files={event.attachments} /> : undefined,
          }))}
        />
      </Card>
    </>
  )
}
