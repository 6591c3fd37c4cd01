import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { formatMoment, meetingWords, visitTagWords } from '@minsheng/shared'
import styles from '@/desk/parts/desk.module.scss'
import { usePages } from '@/hooks/use-pages'
import { Attachments } from '@/parts/attachments'
import { Listing } from '@/parts/listing'
import type { VisitView } from '@/services/api'
import { registeredVisits } from '@/services/register'
import { Blank, Card, SectionTitle } from '@/ui'
import { registerWords } from '@/words-register'

/** What happened at a door, the newest first. */
export function HouseholdVisits({ id }: { id: string }) {
  const list = usePages(id, (cursor) => registeredVisits(id, cursor))
  useReachBottom(list.more)
  return (
    <>
      <SectionTitle>{registerWords.visits}</SectionTitle>
      <Listing
        pages={list}
        empty={
          <Blank icon="empty" title={registerWords.noVisitsTitle}>
            {registerWords.noVisits}
          </Blank>
        }
      >
        {(visit) => <VisitCard key={visit.id} visit={visit} />}
      </Listing>
    </>
  )
}

function VisitCard({ visit }: { visit: VisitView }) {
  const { visitedAt, meeting, residentName, said, tags, attachments, workerName } = visit
  return (
    <Card>
      <View className={styles.name}>{[meetingWords[meeting], residentName].filter(Boolean).join(' · ')}</View>
      {said && <View>{said}</View>}
      <View className={styles.small}>{tags.map((tag) => visitTagWords[tag]).join('、')}</View>
      <Attachments files={attachments} />
      <View className={styles.small}>
        {`${workerName} · ${formatMoment(new Date(visitedAt), new Date())}`}
      </View>
    </Card>
  )
}
