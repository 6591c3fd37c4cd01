import { View } from '@tarojs/components'
import { callBackReasonWords, complaintFindingWords, formatMoment, ratingLevelWords } from '@minsheng/shared'
import { Lines } from '@/parts/lines'
import { go } from '@/routes'
import type { CallBackView } from '@/services/api'
import { Button, Card, Tag } from '@/ui'
import { callBackWords } from '@/words-callbacks'
import { complaintDeskWords } from '@/words-supervision'
import styles from './complaint-case-card.module.scss'

interface CallBackCardProps {
  item: CallBackView
  busy: boolean
  onClaim: () => void
}

const yesNo = (words: { yes: string; no: string }, said: boolean | null) =>
  said === null ? null : said ? words.yes : words.no

/** One person to call: about what, what he said so far, and whether somebody is on the phone already. */
export function CallBackCard({ item, busy, onClaim }: CallBackCardProps) {
  const { workOrderId, rating, answer, claimedByName, isMine } = item
  const isFree = item.isAvailable && (claimedByName === null || isMine)
  return (
    <Card>
      <View className={styles.row}>
        <Tag tone={item.reason === 'unrated' ? 'plain' : 'amber'}>{callBackReasonWords[item.reason]}</Tag>
        <View className={styles.small}>{item.receiptNo}</View>
      </View>
      <View className={styles.title}>{item.title || complaintDeskWords.service}</View>
      <Lines
        lines={[
          [callBackWords.department, item.departmentName],
          [callBackWords.place, item.areaName],
          [
            callBackWords.rated,
            rating &&
              [
                ratingLevelWords[rating.level],
                yesNo(callBackWords.solved, rating.solved),
                ...rating.tags,
                rating.words,
              ]
                .filter(Boolean)
                .join('，'),
          ],
          [
            callBackWords.answered,
            answer?.finding && `${complaintFindingWords[answer.finding]}　${answer.measure ?? ''}`,
          ],
          [callBackWords.said, saidOf(item)],
        ]}
      />
      <View className={styles.small}>{standingOf(item)}</View>
      <View className={styles.acts}>
        {isFree && (
          <Button look="soft" busy={busy && callBackWords.claim} onPress={onClaim}>
            {isMine ? callBackWords.goOn : callBackWords.claim}
          </Button>
        )}
        {workOrderId && (
          <Button look="quiet" onPress={() => void go.order(workOrderId)}>
            {callBackWords.openOrder}
          </Button>
        )}
      </View>
    </Card>
  )
}

/** How often nobody answered, and what stands in the way of the next call; once it is over, when that was. */
function standingOf(item: CallBackView): string {
  const { state, availableAt, isAvailable, tries, claimedByName, isMine } = item
  const when = formatMoment(new Date(availableAt), new Date())
  return [
    tries > 0 && callBackWords.tries(tries),
    state === 'notReached' && tries === 0 && callBackWords.noPhone,
    state === 'waiting' && !isAvailable && callBackWords.later(when),
    claimedByName && !isMine && callBackWords.claimedBy(claimedByName),
    state !== 'waiting' && when,
  ]
    .filter(Boolean)
    .join('　')
}

const saidOf = ({ level, isSolved, isAccepted, words }: CallBackView): string | null =>
  [
    level && ratingLevelWords[level],
    yesNo(callBackWords.solved, isSolved),
    yesNo(callBackWords.accepted, isAccepted),
    words,
  ]
    .filter(Boolean)
    .join('，') || null
