import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import desk from '@/desk/parts/desk.module.scss'
import { Lines } from '@/parts/lines'
import type { GivenUpView } from '@/services/api'
import { Button, Card, Tag } from '@/ui'
import { outboxWords } from '@/words-desk'
import styles from './given-up-card.module.scss'

interface GivenUpCardProps {
  item: GivenUpView
  busy: boolean
  onAgain: () => void
}

const lanes: Readonly<Record<string, string | undefined>> = outboxWords.lanes
const topics: Readonly<Record<string, string | undefined>> = outboxWords.topics

/** One message that was given up, why, and the way to try again. */
export function GivenUpCard({ item, busy, onAgain }: GivenUpCardProps) {
  const { lane, topic, attempts, lastError, createdAt } = item
  return (
    <Card>
      <View className={desk.head}>
        <Tag tone="red">{outboxWords.notSent(attempts)}</Tag>
        <View className={desk.fine}>{formatMoment(new Date(createdAt), new Date())}</View>
      </View>
      <View className={styles.lines}>
        <Lines
          lines={[
            [outboxWords.lane, lanes[lane] ?? lane],
            [outboxWords.topic, topics[topic] ?? topic],
            [outboxWords.reason, lastError],
          ]}
        />
      </View>
      <Button look="soft" disabled={busy} onPress={onAgain}>
        {outboxWords.again}
      </Button>
    </Card>
  )
}
