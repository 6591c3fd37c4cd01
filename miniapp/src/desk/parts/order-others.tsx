import { View } from '@tarojs/components'
import { answerResultWords, workOrderStateWords } from '@minsheng/shared'
import { Attachments } from '@/parts/attachments'
import { go } from '@/routes'
import type { OtherOrder, WorkOrderView } from '@/services/api'
import { Card, Icon, Light, Notice, Press, SectionTitle, Tag } from '@/ui'
import { assistWords } from '@/words-desk'
import { dueWords } from './due-words'
import styles from './order-others.module.scss'
import { isOpen, openAssists } from './order-state'

/** Who assists, how far they are and what they answered; and that the lead's answer waits for them. */
export function Others({ order }: { order: WorkOrderView }) {
  const assisting = order.others.filter(({ role }) => role === 'assist')
  if (order.role !== 'lead' || !assisting.length) return null
  const waited = isOpen(order) ? openAssists(order) : []
  return (
    <>
      <SectionTitle>{assistWords.title}</SectionTitle>
      {waited.length > 0 && (
        <Notice icon="clock" tone="amber" title={assistWords.waiting(waited.length)}>
          {assistWords.waitingHint}
        </Notice>
      )}
      {assisting.map((other) => (
        <Other key={other.id} order={other} />
      ))}
    </>
  )
}

function Other({ order }: { order: OtherOrder }) {
  const { id, department, state, light, dueAt, answer } = order
  return (
    <Card>
      <Press role="link" className={styles.head} onPress={() => void go.order(id)}>
        <View className={styles.name}>{department.name}</View>
        {isOpen(order) && <Light light={light} words={dueWords(dueAt, new Date())} />}
        <View className={styles.way}>
          <Tag tone={state === 'done' ? 'done' : 'plain'}>{workOrderStateWords[state]}</Tag>
          <Icon name="next" />
        </View>
      </Press>
      {answer && (
        <>
          <View className={styles.answer}>
            {answerResultWords[answer.result]}：{answer.text}
          </View>
          <Attachments files={answer.attachments} />
        </>
      )}
    </Card>
  )
}
