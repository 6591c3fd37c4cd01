import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatDay, shanghaiDate } from '@minsheng/shared'
import desk from '@/desk/parts/desk.module.scss'
import type { AssignmentSummary } from '@/services/api'
import { a11y, Button, Card, Tag, Track } from '@/ui'
import { assignWords } from '@/words-walks'
import { AssignmentDetail } from './assignment-detail'
import styles from './walks.module.scss'

/** One thing that was asked, and how far it is; opened, what came back. */
export function AssignmentCard({
  summary,
  onRevoked,
}: {
  summary: AssignmentSummary
  onRevoked: () => void
}) {
  const { id, title, areaName, dueOn, assignedAt, assignedByName, total, reported, isRevoked } = summary
  const [isOpen, setOpen] = useState(false)
  const progress = assignWords.progress(reported, total)
  const now = new Date()
  return (
    <Card>
      <View className={desk.head}>
        <View className={desk.name} {...a11y('heading')}>
          {title}
        </View>
        {isRevoked && <Tag tone="plain">{assignWords.revoked}</Tag>}
      </View>
      <View className={desk.small}>
        {[
          areaName,
          assignWords.due(formatDay(dueOn, now)),
          assignWords.by(assignedByName, formatDay(shanghaiDate(new Date(assignedAt)), now)),
        ].join(' · ')}
      </View>
      <View className={styles.track}>
        <Track share={total > 0 ? reported / total : 0} label={`${assignWords.progressLabel} ${progress}`} />
      </View>
      <View className={desk.small}>{progress}</View>
      <View className={desk.acts}>
        <Button look="soft" onPress={() => setOpen(!isOpen)}>
          {isOpen ? assignWords.close : assignWords.open}
        </Button>
      </View>
      {isOpen && <AssignmentDetail id={id} onRevoked={onRevoked} />}
    </Card>
  )
}
