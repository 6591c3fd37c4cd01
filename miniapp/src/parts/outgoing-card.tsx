import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import { ask } from '@/platform/ask'
import { go } from '@/routes'
import { isDraftEmpty, restoreDraft } from '@/stores/draft'
import type { Outgoing } from '@/stores/outgoing'
import { sendOutgoing, takeOutgoing } from '@/stores/outgoing-queue'
import { ensureResident } from '@/stores/sign-in'
import { Button, Card, Tag } from '@/ui'
import { wordsOfCode } from '@/words-errors'
import { homeWords } from '@/words-filing'
import { progressWords } from '@/words-need'
import styles from './outgoing-card.module.scss'

async function edit(item: Outgoing) {
  if (!isDraftEmpty() && !(await ask(progressWords.replaceAsk))) return
  const taken = takeOutgoing(item.key)
  if (!taken) return
  restoreDraft(taken)
  await go.home()
}

async function drop(item: Outgoing) {
  if (await ask(progressWords.dropAsk)) takeOutgoing(item.key)
}

async function sendNow(item: Outgoing) {
  if (item.waitsFor === 'signIn') await ensureResident().catch(() => null)
  await sendOutgoing()
}

const why = ({ state, waitsFor, notBefore, refusal }: Outgoing): string => {
  if (state === 'refused' && refusal) return wordsOfCode(refusal.code, refusal.title)
  if (waitsFor === 'calm') return progressWords.waitUntil(Math.max(1, (notBefore - Date.now()) / 1000))
  return waitsFor === 'signIn' ? progressWords.waitSignIn : progressWords.waitingHint
}

const stateWords = {
  waiting: progressWords.waiting,
  sending: progressWords.sending,
  refused: progressWords.refused,
}

/** A need that is still on the phone. */
export function OutgoingCard({ item }: { item: Outgoing }) {
  const isSending = item.state === 'sending'
  return (
    <Card>
      <View className={styles.row}>
        <View className={styles.title}>{item.text || homeWords.voiceOnly}</View>
        <Tag tone={item.state === 'refused' ? 'red' : 'amber'}>{stateWords[item.state]}</Tag>
      </View>
      <View className={styles.why}>
        {formatMoment(new Date(item.capturedAt), new Date())}　{isSending ? '' : why(item)}
      </View>
      {!isSending && (
        <View className={styles.acts}>
          <Button look="quiet" onPress={() => void drop(item)}>
            {progressWords.drop}
          </Button>
          <Button look="soft" onPress={() => void edit(item)}>
            {progressWords.edit}
          </Button>
          {item.state === 'waiting' && (
            <Button look="soft" onPress={() => void sendNow(item)}>
              {progressWords.sendNow}
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}
