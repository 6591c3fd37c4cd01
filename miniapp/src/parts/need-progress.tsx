import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import type { NeedView, ProgressView, TimelineEntry } from '@/services/api'
import { a11y, Button, Card, Tag, Timeline, Track, type Moment } from '@/ui'
import { needWords } from '@/words-need'
import { storyWords } from '@/words-story'
import { Attachments } from './attachments'
import { headlineOf, isRunning, promiseOf, spokenOf, timeUsed, toneOf } from './need-words'
import { ReadAloud } from './read-aloud'
import styles from './need-progress.module.scss'

/** Who has it, by when, and how much of the time is used. */
export function PromiseCard({ need }: { need: NeedView | ProgressView }) {
  const now = new Date()
  const time = timeUsed(need, now)
  const promise = time && promiseOf(need, now)
  return (
    <Card>
      <View className={styles.row}>
        <Tag tone={toneOf(need)}>{need.stateWords}</Tag>
        <View className={styles.number}>{need.receiptNo}</View>
      </View>
      <View className={styles.headline} {...a11y('heading')}>
        {headlineOf(need)}
      </View>
      {time && promise && (
        <>
          <View className={styles.dim}>
            {needWords.promise(promise)}
            {need.dueProvisional && needWords.provisional}
          </View>
          <Track
            share={time.share}
            late={time.isLate}
            label={needWords.timeUsed(Math.min(100, Math.round(time.share * 100)))}
          />
          <View className={styles.row}>
            <View className={styles.number}>{time.used}</View>
            <View className={time.isLate ? styles.late : styles.number}>{time.left}</View>
          </View>
          {time.isLate && (
            <View className={styles.told}>{storyWords.lateTold(need.department?.name ?? null)}</View>
          )}
        </>
      )}
      <ReadAloud text={spokenOf(need, now)} />
    </Card>
  )
}

type Entry = Omit<TimelineEntry, 'attachments'> & Partial<Pick<TimelineEntry, 'attachments'>>

/** Beyond so many steps the older ones are folded. */
const UNFOLDED = 4

/** What happened, in plain words, newest first. */
export function NeedTimeline({
  need,
}: {
  need: Omit<NeedView | ProgressView, 'timeline'> & { timeline: Entry[] }
}) {
  const [isWhole, setWhole] = useState(false)
  const now = new Date()
  const newestFirst = [...need.timeline].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  // The answer has a card of its own.
  const answeredAt = (need as Partial<NeedView>).answer?.at
  const isShownAbove = ({ at }: Entry) => answeredAt === at
  const moments: Moment[] = newestFirst.map((entry, index) => ({
    key: `${entry.at}${entry.title}`,
    title: entry.title,
    detail: isShownAbove(entry) ? null : entry.detail,
    when: formatMoment(new Date(entry.at), now),
    kind: index === 0 && isRunning(need as NeedView) ? 'now' : 'done',
    // The files of the need itself stand with its text.
    extra:
      index < newestFirst.length - 1 && entry.attachments?.length && !isShownAbove(entry) ? (
        <Attachments files={entry.attachments} />
      ) : undefined,
  }))
  // One step alone is not worth a fold.
  const shown = moments.length > UNFOLDED + 1 ? UNFOLDED : moments.length
  return (
    <Card>
      <Timeline moments={moments.slice(0, isWhole ? undefined : shown)} next={need.next || null} />
      {shown < moments.length && (
        <Button look="quiet" onPress={() => setWhole(!isWhole)}>
          {isWhole ? storyWords.unfold : storyWords.fold(moments.length - shown)}
        </Button>
      )}
    </Card>
  )
}
