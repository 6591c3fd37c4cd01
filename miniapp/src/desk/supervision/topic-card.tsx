import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import desk from '@/desk/parts/desk.module.scss'
import { usePages } from '@/hooks/use-pages'
import { More } from '@/parts/more'
import type { TopicView } from '@/services/api'
import { topicMembers } from '@/services/supervision'
import { a11y, Button, Card, Failed, Tag } from '@/ui'
import { topicWords } from '@/words-supervision'
import { Member } from './member'
import styles from './pattern-card.module.scss'

interface TopicCardProps {
  topic: TopicView
  busy: boolean
  /** For dispatchers. */
  onMerge?: (() => void) | undefined
}

/** What several persons have written about: how many, whether they become more, and each need. */
export function TopicCard({ topic, busy, onMerge }: TopicCardProps) {
  const { id, title, areaName, persons, needs, personsBefore, firstAt, lastAt } = topic
  const [isOpen, setOpen] = useState(false)
  const now = new Date()
  return (
    <Card>
      <View className={desk.head}>
        <View className={styles.title} {...a11y('heading')}>
          {title}
        </View>
        <Tag tone="amber">{topicWords.persons(persons)}</Tag>
      </View>
      <View className={desk.fine}>
        {areaName}　
        {topicWords.span(formatMoment(new Date(firstAt), now), formatMoment(new Date(lastAt), now))}
      </View>
      <View className={desk.fine}>
        {topicWords.needs(needs)}　{topicWords.growth(persons, personsBefore)}
      </View>
      {isOpen && <Members topicId={id} />}
      <View className={desk.acts}>
        {onMerge && (
          <Button look="quiet" disabled={busy} onPress={onMerge}>
            {topicWords.merge}
          </Button>
        )}
        <Button look="soft" onPress={() => setOpen(!isOpen)}>
          {isOpen ? topicWords.close : topicWords.open(needs)}
        </Button>
      </View>
    </Card>
  )
}

function Members({ topicId }: { topicId: string }) {
  const pages = usePages(topicId, (cursor) => topicMembers(topicId, cursor))
  return (
    <View className={styles.members}>
      {pages.error && <Failed error={pages.error} onRetry={pages.reload} />}
      {pages.items?.map((need) => (
        <Member key={need.id} need={need} />
      ))}
      <More pages={pages} />
    </View>
  )
}
