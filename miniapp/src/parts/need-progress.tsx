import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import type { NeedView, ProgressView, TimelineEntry } from '@/services/api'
import { a11y, Card, Tag, Timeline, Track, type Moment } from '@/ui'
import { needWords } from '@/words'
import { Attachments } from './attachments'
import { headlineOf, isRunning, promiseOf, spokenOf, timeUsed, toneOf } from './need-words'
import { ReadAloud } from './read-aloud'
import styles from './need-progress.module.scss'

/** Who has it, by when, and how much of the time is used. */
export function PromiseCard({
  need,
  dueProvisional,
}: {
  need: NeedView | ProgressView
  dueProvisional?: boolean
}) {
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
            {dueProvisional && needWords.provisional}
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
        </>
      )}
      <ReadAloud text={spokenOf(need, now)} />
    </Card>
  )
}

type Entry = Omit<TimelineEntry, 'attachments'> & Partial<Pick<TimelineEntry, 'attachments'>>

/** What happened, in plain words, newest first. */
export function NeedTimeline({
  need,
}: {
  need: Omit<NeedView | ProgressView, 'timeline'> & { timeline: Entry[] }
}) {
  const now = new Date()
  const newestFirst = [...need.timeline].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  const moments: Moment[] = newestFirst.map((entry, index) => ({
    key: `${entry.at}${entry.title}`,
    title: entry.title,
    detail: entry.detail,
    when: formatMoment(new Date(entry.at), now),
    kind: index === 0 && isRunning(need as NeedView) ? 'now' : 'done',
    // The files of the need itself stand with its text.
    extra:
      index < newestFirst.length - 1 && entry.attachments?.length ? (
        <Attachments files={entry.attachments} />
      ) : undefined,
  }))
  return (
    <Card>
      <Timeline moments={moments} next={need.next || null} />
    </Card>
  )
}
