import { View } from '@tarojs/components'
import { useRequest } from '@/hooks/use-request'
import type { GrowingTopicView } from '@/services/api'
import { growingTopics } from '@/services/scores'
import { a11y, Blank, Card, Failed, SectionTitle, Skeleton, Tag } from '@/ui'
import { words } from '@/words'
import { heatWords } from '@/words-heat'
import styles from './heat.module.scss'

/** What more persons write about this week than in a week before. */
export function GrowingTopics() {
  const answer = useRequest('growing', growingTopics)
  return (
    <>
      <SectionTitle>{heatWords.growing}</SectionTitle>
      {answer.data ? (
        answer.data.items.length > 0 ? (
          <Card>
            <View {...a11y('list', heatWords.growing)}>
              {answer.data.items.map((topic) => (
                <Topic key={topic.id} topic={topic} />
              ))}
            </View>
            <View className={styles.note}>{heatWords.growingHint}</View>
          </Card>
        ) : (
          <Blank icon="chart" title={heatWords.noneGrowing}>
            {heatWords.growingHint}
          </Blank>
        )
      ) : answer.error ? (
        <Failed error={answer.error} onRetry={answer.reload} />
      ) : (
        <Skeleton label={words.loading} />
      )}
    </>
  )
}

function Topic({ topic: { title, areaName, persons, personsBefore } }: { topic: GrowingTopicView }) {
  const more = Math.round(persons - personsBefore)
  return (
    <View className={styles.topic} {...a11y('listitem')}>
      <View className={styles.head}>
        <View>{title}</View>
        <Tag tone="amber">{personsBefore === 0 ? heatWords.fresh : heatWords.more(more)}</Tag>
      </View>
      <View className={styles.dim}>{`${areaName}　${heatWords.week(persons, personsBefore)}`}</View>
    </View>
  )
}
