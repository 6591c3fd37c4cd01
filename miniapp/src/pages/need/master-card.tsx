import { formatMoment, formatPromise } from '@minsheng/shared'
import { View } from '@tarojs/components'
import { Lines } from '@/parts/lines'
import type { NeedView } from '@/services/api'
import { Card, SectionTitle, Timeline } from '@/ui'
import { standingWords } from '@/words-story'
import styles from './index.module.scss'

/** The need that this one follows: what it is about and how it goes on, nothing of who brought it. */
export function MasterCard({ master }: { master: NonNullable<NeedView['master']> }) {
  const { categoryName, areaName, stateWords, department, dueAt, timeline } = master
  const now = new Date()
  return (
    <>
      <SectionTitle aside={stateWords}>{standingWords.master}</SectionTitle>
      <Card>
        <Lines
          lines={[
            [standingWords.masterAbout, [categoryName, areaName].filter(Boolean).join(' · ')],
            [standingWords.masterBy, department?.name],
            [standingWords.masterDue, dueAt && formatPromise(new Date(dueAt), now)],
          ]}
        />
        <View className={styles.gap} />
        <Timeline
          moments={timeline.map(({ at, title, detail }, index) => ({
            key: `${at}${title}`,
            title,
            detail,
            when: formatMoment(new Date(at), now),
            kind: index === 0 ? 'now' : 'done',
          }))}
        />
      </Card>
    </>
  )
}
