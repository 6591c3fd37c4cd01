import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import desk from '@/desk/parts/desk.module.scss'
import type { NeedGroupView } from '@/services/api'
import { a11y, Button, Card, Tag } from '@/ui'
import { patternWords } from '@/words-supervision'
import { Member } from './member'
import styles from './pattern-card.module.scss'

interface GroupCardProps {
  group: NeedGroupView
  /** For dispatchers: the whole group, also those that are not shown. */
  onMerge?: (() => void) | undefined
  onSettle?: () => void
}

/** Many needs of one category, close together. */
export function GroupCard({ group, onMerge, onSettle }: GroupCardProps) {
  const now = new Date()
  const rest = group.size - group.members.length
  return (
    <Card>
      <View className={desk.head}>
        <View className={styles.title} {...a11y('heading')}>
          {group.categoryName}
        </View>
        <Tag tone="amber">{patternWords.size(group.size)}</Tag>
      </View>
      <View className={desk.fine}>
        {group.areaName}　
        {patternWords.span(
          formatMoment(new Date(group.firstAt), now),
          formatMoment(new Date(group.lastAt), now),
        )}
      </View>
      <View className={styles.members}>
        {group.members.map((member) => (
          <Member key={member.id} need={member} mark={member.id === group.masterId && patternWords.master} />
        ))}
        {rest > 0 && <View className={desk.fine}>{patternWords.more(rest)}</View>}
      </View>
      {(onMerge ?? onSettle) && (
        <View className={desk.acts}>
          {onSettle && (
            <Button look="quiet" onPress={onSettle}>
              {patternWords.settle}
            </Button>
          )}
          {onMerge && (
            <Button look="soft" onPress={onMerge}>
              {patternWords.merge}
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}
