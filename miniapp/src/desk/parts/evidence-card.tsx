import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import { Attachments } from '@/parts/attachments'
import { Lines } from '@/parts/lines'
import type { EvidenceView } from '@/services/api'
import { Button, Card, Light, Tag } from '@/ui'
import { evidenceWords } from '@/words-evidence'
import styles from './complaint-case-card.module.scss'
import { dueWords } from './due-words'

/** One request: of which need, what is to be explained, by when; and what was sent. */
export function EvidenceCard({ item, onSend }: { item: EvidenceView; onSend: () => void }) {
  const now = new Date()
  const { dueAt, sentAt, isOverdue } = item
  return (
    <Card>
      <View className={styles.row}>
        {sentAt ? (
          <Tag tone="done">{evidenceWords.states.sent}</Tag>
        ) : (
          <Light light={isOverdue ? 'red' : 'yellow'} words={dueWords(dueAt, now)} />
        )}
        <View className={styles.small}>{item.receiptNo}</View>
      </View>
      <View className={styles.title}>{item.title}</View>
      <Lines
        lines={[
          [evidenceWords.question, item.question],
          [evidenceWords.askedAt, formatMoment(new Date(item.askedAt), now)],
          [evidenceWords.text, item.text],
          [evidenceWords.sender, item.senderName],
          [evidenceWords.sentAt, sentAt && formatMoment(new Date(sentAt), now)],
        ]}
      />
      <Attachments files={item.attachments} />
      {!sentAt && (
        <View className={styles.acts}>
          <Button look="soft" onPress={onSend}>
            {evidenceWords.send}
          </Button>
        </View>
      )}
    </Card>
  )
}
