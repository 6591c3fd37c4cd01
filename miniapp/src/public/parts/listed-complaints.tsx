import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import type { Pages } from '@/hooks/use-pages'
import { Lines } from '@/parts/lines'
import { Listing } from '@/parts/listing'
import type { PublicComplaint } from '@/services/api'
import { a11y, Card, Notice, Tag, type Tone } from '@/ui'
import { needWords } from '@/words-need'
import { listedWords, publicComplaintWords } from '@/words-public'
import styles from './listed.module.scss'
import { NothingListed } from './nothing-listed'

/** Complaints that were escalated: about whom and what, and how they stand. Of whom and in which words stays hidden. */
export function ListedComplaints({ list }: { list: Pages<PublicComplaint> }) {
  return (
    <>
      <Notice icon="shield">{publicComplaintWords.hint}</Notice>
      <Listing
        inColumns
        pages={list}
        empty={<NothingListed title={publicComplaintWords.emptyTitle} words={listedWords.empty} />}
      >
        {(one) => <One key={one.id} one={one} />}
      </Listing>
    </>
  )
}

type Standing = keyof typeof publicComplaintWords.states
const tones: Record<Standing, Tone> = { open: 'amber', resolved: 'done', unresolved: 'red', void: 'plain' }

const standingOf = ({ state }: PublicComplaint): Standing =>
  state === 'resolved' || state === 'unresolved' || state === 'void' ? state : 'open'

function One({ one }: { one: PublicComplaint }) {
  const now = new Date()
  const { departmentName, endedAt } = one
  const standing = standingOf(one)
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.title} {...a11y('heading')}>
          {one.categoryName ?? publicComplaintWords.unsorted}
        </View>
        <Tag tone={tones[standing]}>{publicComplaintWords.states[standing]}</Tag>
      </View>
      <View className={styles.who}>
        {departmentName ? publicComplaintWords.in(departmentName) : publicComplaintWords.service}
      </View>
      <Lines
        lines={[
          [needWords.place, one.areaName],
          [listedWords.cause, publicComplaintWords.causes[one.cause]],
          [listedWords.since, formatMoment(new Date(one.escalatedAt), now)],
          [publicComplaintWords.endedAt, endedAt && formatMoment(new Date(endedAt), now)],
        ]}
      />
    </Card>
  )
}
