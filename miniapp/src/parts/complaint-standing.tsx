import { View } from '@tarojs/components'
import { complaintFindingWords, formatPromise } from '@minsheng/shared'
import { ask } from '@/platform/ask'
import { tell } from '@/platform/tell'
import type { ComplaintView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { confirmComplaintAnswer, refuseComplaintAnswer } from '@/services/complaints'
import { Button, Tag } from '@/ui'
import { wordsOfError } from '@/words-errors'
import { complaintWords } from '@/words-story'
import styles from './complaint-card.module.scss'

interface ComplaintStandingProps {
  complaint: ComplaintView
  onChange: (complaint: ComplaintView) => void
}

/** What has come of the complaint after somebody called: by when it is answered, the answer, and the word on it. */
export function ComplaintStanding({ complaint, onChange }: ComplaintStandingProps) {
  const { state, allowedActs, dueAt, escalatedAt } = complaint
  const due = formatPromise(new Date(dueAt), new Date())
  const say = async (act: typeof confirmComplaintAnswer) => {
    try {
      onChange(await act(complaint.id, {}))
    } catch (thrown) {
      tell(wordsOfError(asApiError(thrown)))
    }
  }
  const refuse = async () => {
    if (await ask(complaintWords.refuseAsk)) await say(refuseComplaintAnswer)
  }
  return (
    <>
      {escalatedAt && <View className={styles.late}>{complaintWords.escalated}</View>}
      {state === 'rechecking' && <View className={styles.dim}>{complaintWords.rechecking}</View>}
      {isAwaited(state) && (
        <View className={complaint.isOverdue ? styles.late : styles.dim}>
          {complaint.isOverdue ? complaintWords.answerLate : complaintWords.answerBy(due)}
        </View>
      )}
      <Answer complaint={complaint} />
      {state === 'resolved' && <View className={styles.dim}>{complaintWords.resolved}</View>}
      {state === 'unresolved' && <View className={styles.dim}>{complaintWords.unresolved}</View>}
      {state === 'void' && (
        <View className={styles.dim}>
          {complaint.isDismissed ? complaintWords.dismissed : complaintWords.withdrawn}
        </View>
      )}
      {allowedActs.includes('confirm') && (
        <>
          <View className={styles.dim}>{complaintWords.confirmBy(due)}</View>
          <View className={styles.acts}>
            <Button onPress={() => void say(confirmComplaintAnswer)}>{complaintWords.confirm}</Button>
            <Button look="soft" onPress={() => void refuse()}>
              {complaintWords.refuse}
            </Button>
          </View>
        </>
      )}
    </>
  )
}

/** Somebody works on the answer. */
const isAwaited = (state: ComplaintView['state']): boolean =>
  state === 'responded' || state === 'investigating' || state === 'rechecking' || state === 'escalated'

function Answer({ complaint: { answer } }: { complaint: ComplaintView }) {
  if (!answer) return null
  return (
    <View className={styles.words}>
      <View className={styles.row}>
        <View>{complaintWords.answerTitle}</View>
        <Tag tone="done">{complaintFindingWords[answer.finding]}</Tag>
      </View>
      <View className={styles.dim}>{answer.measure}</View>
      {answer.measureUntil && (
        <View className={styles.small}>{complaintWords.measureUntil(answer.measureUntil)}</View>
      )}
      <View className={styles.small}>{complaintWords.answerer(answer.answererName)}</View>
    </View>
  )
}
