import { useState } from 'react'
import { View } from '@tarojs/components'
import { formatMoment, meetingWords, type Meeting, visitTagWords, type VisitTag } from '@minsheng/shared'
import { Attachments } from '@/parts/attachments'
import { usePages } from '@/hooks/use-pages'
import type { HouseholdView } from '@/services/api'
import { visitsAt } from '@/services/grid'
import { Button, Card, Notice, SectionTitle, Tag } from '@/ui'
import { wordsOfError } from '@/words-errors'
import { pastWords } from '@/words-grid'
import { isOnServer } from '../store/doors'
import styles from './grid.module.scss'

/** What happened here before: the newest from the phone, all of it from the server. */
export function PastVisits({ household: { id, latestVisits } }: { household: HouseholdView }) {
  const [isWhole, setWhole] = useState(false)
  return (
    <>
      <SectionTitle>{pastWords.title}</SectionTitle>
      <Card>
        {!latestVisits.length && <View className={styles.small}>{pastWords.none}</View>}
        {isWhole ? (
          <AllVisits householdId={id} fallback={latestVisits} />
        ) : (
          latestVisits.map((visit) => (
            <Visit key={visit.id} {...visit} rest={visit.files ? pastWords.files(visit.files) : null} />
          ))
        )}
        {!isWhole && latestVisits.length > 0 && isOnServer(id) && (
          <Button look="soft" onPress={() => setWhole(true)}>
            {pastWords.earlier}
          </Button>
        )}
      </Card>
    </>
  )
}

interface AllVisitsProps {
  householdId: string
  /** From the phone, while the server does not answer. */
  fallback: HouseholdView['latestVisits']
}

function AllVisits({ householdId, fallback }: AllVisitsProps) {
  const { items, error, hasMore, isBusy, more } = usePages(householdId, (cursor) =>
    visitsAt(householdId, cursor),
  )
  return (
    <>
      {error && (
        <Notice tone="amber" icon="offline">
          {error.code === 'offline' ? pastWords.offline : wordsOfError(error)}
        </Notice>
      )}
      {items
        ? items.map(({ attachments, workerName, ...visit }) => (
            <View key={visit.id}>
              <Visit {...visit} rest={pastWords.by(workerName)} />
              {attachments.length > 0 && <Attachments files={attachments} />}
            </View>
          ))
        : fallback.map((visit) => <Visit key={visit.id} {...visit} rest={null} />)}
      {hasMore && (
        <Button look="soft" busy={isBusy && pastWords.busy} onPress={more}>
          {pastWords.more}
        </Button>
      )}
    </>
  )
}

interface VisitProps {
  visitedAt: string
  meeting: Meeting
  residentName: string | null
  said: string | null
  tags: VisitTag[]
  rest: string | null
}

function Visit({ visitedAt, meeting, residentName, said, tags, rest }: VisitProps) {
  const met = residentName ? pastWords.met(residentName) : meetingWords[meeting]
  return (
    <View className={styles.member}>
      <View>
        {formatMoment(new Date(visitedAt), new Date())}　{met}
      </View>
      {said && <View className={styles.names}>{said}</View>}
      {tags.length > 0 && (
        <View className={styles.marks}>
          {tags.map((tag) => (
            <Tag key={tag} tone="plain">
              {visitTagWords[tag]}
            </Tag>
          ))}
        </View>
      )}
      {rest && <View className={styles.small}>{rest}</View>}
    </View>
  )
}
