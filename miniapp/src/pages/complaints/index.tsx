import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { isOpenComplaint } from '@minsheng/shared'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown'
import { ComplaintCard } from '@/parts/complaint-card'
import { ComplaintSheet } from '@/parts/complaint-sheet'
import { LinkLine } from '@/parts/link-line'
import { Listing } from '@/parts/listing'
import { SignInSheet } from '@/parts/sign-in-sheet'
import { go } from '@/routes'
import type { ComplaintView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { fileServiceComplaint, ownComplaints } from '@/services/complaints'
import { useSession } from '@/stores/session'
import { ensureResident } from '@/stores/sign-in'
import { a11y, Blank, Button, Card, Notice, Page } from '@/ui'
import { wordsOfError } from '@/words-errors'
import { progressWords } from '@/words-need'
import { complaintWords, ownComplaintWords } from '@/words-story'
import styles from './index.module.scss'

/** Somebody's own complaints, each with its clock and who answers; and one tap for one about the service as such. */
export default function Complaints() {
  const person = useSession((sessions) => sessions.resident?.person.id ?? null)
  const list = usePages(person, ownComplaints)
  useShownAgain(list.reload)
  useReachBottom(list.more)
  const [told, setTold] = useState<ComplaintView | null>(null)
  if (person === null)
    return (
      <Page hasCards title={ownComplaintWords.title} overlay={<SignInSheet />}>
        <Blank
          icon="user"
          title={ownComplaintWords.signedOutTitle}
          step={{ words: progressWords.signIn, onPress: () => void ensureResident().catch(() => null) }}
        >
          {ownComplaintWords.signedOut}
        </Blank>
      </Page>
    )
  const hasOpen = list.items?.some(({ about, state }) => about === 'service' && isOpenComplaint(state))
  return (
    <Page
      hasCards
      title={ownComplaintWords.title}
      overlay={<ComplaintSheet complaint={told} onChange={list.reload} onClose={() => setTold(null)} />}
    >
      {list.items && !hasOpen && (
        <AboutService
          onFiled={(complaint) => {
            setTold(complaint)
            list.reload()
          }}
        />
      )}
      <Listing
        inColumns
        pages={list}
        empty={
          <Blank icon="check" title={ownComplaintWords.emptyTitle}>
            {ownComplaintWords.empty}
          </Blank>
        }
      >
        {(complaint) => (
          <One
            key={complaint.id}
            complaint={complaint}
            onAdd={() => setTold(complaint)}
            onChange={list.reload}
          />
        )}
      </Listing>
    </Page>
  )
}

/** One tap stores it; what there is to say may follow. */
function AboutService({ onFiled }: { onFiled: (complaint: ComplaintView) => void }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const file = async () => {
    setBusy(true)
    setProblem(null)
    try {
      onFiled(await fileServiceComplaint())
    } catch (thrown) {
      setProblem(wordsOfError(asApiError(thrown)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Card>
      <View className={styles.title} {...a11y('heading')}>
        {ownComplaintWords.askTitle}
      </View>
      <View className={styles.hint}>{ownComplaintWords.ask}</View>
      {problem && <Notice tone="amber">{problem}</Notice>}
      <Button look="soft" busy={busy && complaintWords.filing} onPress={() => void file()}>
        {ownComplaintWords.file}
      </Button>
    </Card>
  )
}

interface OneProps {
  complaint: ComplaintView
  onAdd: () => void
  onChange: () => void
}
function One({ complaint, ...acts }: OneProps) {
  const { needId, receiptNo, projectTitle } = complaint
  const about = receiptNo ?? (projectTitle && `“${projectTitle}”`)
  const title = about ? ownComplaintWords.about(about) : ownComplaintWords.service
  return (
    <ComplaintCard complaint={complaint} title={title} {...acts}>
      {needId && (
        <LinkLine
          inCard
          icon="search"
          words={ownComplaintWords.openNeed}
          onPress={() => void go.need(needId)}
        />
      )}
    </ComplaintCard>
  )
}
