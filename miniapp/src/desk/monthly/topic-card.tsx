import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { FormFoot } from '@/desk/deadlines/form-foot'
import { useSaving } from '@/desk/deadlines/use-saving'
import styles from '@/desk/parts/desk.module.scss'
import { TopicFacts } from '@/parts/topic-facts'
import type { MonthlyTopicView } from '@/services/api'
import { finishTopic } from '@/services/monthly'
import { Button, Card, Field, Tag } from '@/ui'
import { monthlyWords } from '@/words-monthly'

interface TopicCardProps {
  topic: MonthlyTopicView
  mayFinish: boolean
  onDone: () => void
}

/** A topic that was chosen: what is done, by whom, and what it was before and is now. */
export function TopicCard({ topic, mayFinish, onDone }: TopicCardProps) {
  const { categoryName, month, result } = topic
  const [isWriting, setWriting] = useState(false)
  const said = useRef('')
  const { busy, problems, save } = useSaving(() => {
    setWriting(false)
    onDone()
  })
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name}>{`${monthlyWords.month(month)}：${categoryName}`}</View>
        <Tag tone={result ? 'jade' : 'amber'}>{result ? monthlyWords.done : monthlyWords.running}</Tag>
      </View>
      <TopicFacts topic={topic} />
      {isWriting && (
        <View className={styles.write}>
          <Field
            multiline
            label={monthlyWords.result}
            hint={monthlyWords.resultHint}
            maxLength={2000}
            onText={(text) => (said.current = text)}
          />
          <FormFoot
            problems={problems}
            busy={busy}
            onSave={() => void save(() => finishTopic(topic.id, said.current))}
            onCancel={() => setWriting(false)}
          />
        </View>
      )}
      {mayFinish && !result && !isWriting && (
        <View className={styles.foot}>
          <Button look="soft" onPress={() => setWriting(true)}>
            {monthlyWords.finish}
          </Button>
        </View>
      )}
    </Card>
  )
}
