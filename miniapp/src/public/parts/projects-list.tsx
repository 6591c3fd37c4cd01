import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Pages } from '@/hooks/use-pages'
import { ComplaintSheet } from '@/parts/complaint-sheet'
import { LinkLine } from '@/parts/link-line'
import { Listing } from '@/parts/listing'
import { TopicFacts } from '@/parts/topic-facts'
import { go } from '@/routes'
import type { ComplaintView, MonthlyTopicView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { fileProjectComplaint } from '@/services/complaints'
import { ensureResident } from '@/stores/sign-in'
import { a11y, Button, Card, Notice, Tag } from '@/ui'
import { wordsOfError } from '@/words-errors'
import { monthlyWords } from '@/words-monthly'
import { complaintWords } from '@/words-story'
import styles from './listed.module.scss'
import { NothingListed } from './nothing-listed'

/** 每月一题: what the district has taken up, who leads it, what came of it; and one tap for who is not content. */
export function ProjectsList({ list }: { list: Pages<MonthlyTopicView> }) {
  return (
    <>
      <Notice icon="shield">{monthlyWords.publicHint}</Notice>
      <Listing
        inColumns
        pages={list}
        empty={<NothingListed icon="empty" title={monthlyWords.noneTitle} words={monthlyWords.publicEmpty} />}
      >
        {(topic) => <Project key={topic.id} topic={topic} />}
      </Listing>
    </>
  )
}

function Project({ topic }: { topic: MonthlyTopicView }) {
  const { id, categoryName, month, result } = topic
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.title} {...a11y('heading')}>
          {`${monthlyWords.month(month)}：${categoryName}`}
        </View>
        <Tag tone={result ? 'done' : 'amber'}>{result ? monthlyWords.done : monthlyWords.running}</Tag>
      </View>
      <View className={styles.facts}>
        <TopicFacts topic={topic} />
      </View>
      <Complain id={id} />
    </Card>
  )
}

/** One tap stores it; what there is to say may follow. */
function Complain({ id }: { id: string }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [filed, setFiled] = useState<ComplaintView | null>(null)
  const [isSaying, setSaying] = useState(false)
  const file = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await ensureResident()
      setFiled(await fileProjectComplaint(id))
      setSaying(true)
    } catch (thrown) {
      const error = asApiError(thrown)
      if (error.code !== 'sign_in_cancelled') setProblem(wordsOfError(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {problem && <Notice tone="amber">{problem}</Notice>}
      {filed ? (
        <>
          <Notice icon="check">{monthlyWords.complained}</Notice>
          <LinkLine icon="search" words={monthlyWords.openComplaint} onPress={() => void go.complaints()} />
        </>
      ) : (
        <>
          <Button look="soft" busy={busy && complaintWords.filing} onPress={() => void file()}>
            {monthlyWords.complain}
          </Button>
          <View className={styles.below}>{monthlyWords.complainHint}</View>
        </>
      )}
      <ComplaintSheet
        complaint={isSaying ? filed : null}
        onChange={setFiled}
        onClose={() => setSaying(false)}
      />
    </>
  )
}
