import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { formatMoment, formatPromise, formatSpan, HOUR, complaintResponseHours } from '@minsheng/shared'
import { ask } from '@/platform/ask'
import { tell } from '@/platform/tell'
import type { ComplaintView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { withdrawComplaint } from '@/services/complaints'
import { a11y, Button, Card, Tag, Track, type Tone } from '@/ui'
import { wordsOfError } from '@/words-errors'
import { complaintWords } from '@/words-story'
import { Attachments } from './attachments'
import styles from './complaint-card.module.scss'
import { ComplaintStanding } from './complaint-standing'

interface ComplaintCardProps {
  complaint: ComplaintView
  /** About what, where it does not stand on the page of that. */
  title?: string
  onAdd: () => void
  onChange: (complaint: ComplaintView) => void
  /** Below, where it leads on. */
  children?: ReactNode
}

/** How it ended; while it is open, the time says it. */
const endings: Partial<Record<ComplaintView['state'], Tone>> = {
  resolved: 'done',
  unresolved: 'amber',
  void: 'plain',
}

const toneOf = ({ state, isOverdue, respondedAt }: ComplaintView): Tone =>
  endings[state] ?? (isOverdue ? 'red' : respondedAt ? 'jade' : 'amber')

/** The complaint, who answers it, and how much of the 24 hours is left. */
export function ComplaintCard({
  complaint,
  title = complaintWords.title,
  onAdd,
  onChange,
  children,
}: ComplaintCardProps) {
  const { allowedActs, words, state, stateWords } = complaint
  const withdraw = async () => {
    if (!(await ask(complaintWords.withdrawAsk))) return
    try {
      onChange(await withdrawComplaint(complaint.id, {}))
    } catch (thrown) {
      tell(wordsOfError(asApiError(thrown)))
    }
  }
  return (
    <Card>
      <View className={styles.row}>
        <View className={styles.title} {...a11y('heading')}>
          {title}
        </View>
        <Tag tone={toneOf(complaint)}>{stateWords}</Tag>
      </View>
      {state === 'filed' ? <Waiting complaint={complaint} /> : <Answered complaint={complaint} />}
      <ComplaintStanding complaint={complaint} onChange={onChange} />
      {words && (
        <View className={styles.words}>
          <View className={styles.small}>{complaintWords.said}</View>
          <View className={styles.said}>{words}</View>
        </View>
      )}
      <Attachments files={complaint.attachments} />
      {allowedActs.includes('addWords') && (
        <View className={styles.acts}>
          <Button look="soft" onPress={onAdd}>
            {complaintWords.add}
          </Button>
          <Button look="quiet" onPress={() => void withdraw()}>
            {complaintWords.withdraw}
          </Button>
        </View>
      )}
      {children}
    </Card>
  )
}

function Waiting({ complaint: { responseDueAt, filedAt, isOverdue } }: { complaint: ComplaintView }) {
  const now = new Date()
  const due = new Date(responseDueAt)
  const share = (now.getTime() - Date.parse(filedAt)) / (complaintResponseHours * HOUR)
  const isLate = isOverdue || now > due
  return (
    <>
      <View className={isLate ? styles.late : styles.dim}>
        {isLate ? complaintWords.late : complaintWords.waiting(formatPromise(due, now))}
      </View>
      <Track
        share={share}
        late={isLate}
        label={complaintWords.used(Math.min(100, Math.round(share * 100)))}
      />
      <View className={styles.row}>
        <View className={styles.small}>{complaintWords.filed(formatMoment(new Date(filedAt), now))}</View>
        {!isLate && (
          <View className={styles.small}>
            {complaintWords.left(formatSpan(due.getTime() - now.getTime()))}
          </View>
        )}
      </View>
    </>
  )
}

function Answered({ complaint }: { complaint: ComplaintView }) {
  const { respondedAt, responderName, responseWay } = complaint
  if (!respondedAt || !responseWay) return null
  const when = formatMoment(new Date(respondedAt), new Date())
  return (
    <>
      <View className={styles.dim}>
        {complaintWords.responded(responderName, when, complaintWords.ways[responseWay])}
      </View>
    </>
  )
}
