import { Text, View } from '@tarojs/components'
import { formatMoment, HOUR } from '@minsheng/shared'
import desk from '@/desk/parts/desk.module.scss'
import { Attachments } from '@/parts/attachments'
import type { TriageView } from '@/services/api'
import { go } from '@/routes'
import { Button, Card, Icon, Light, Press, Tag } from '@/ui'
import { actWords, orderWords, triageWords } from '@/words-desk'
import { dueWords } from './due-words'
import type { TriageAct } from './triage-act'
import styles from './triage-card.module.scss'

interface TriageCardProps {
  item: TriageView
  onConfirm: (guess: TriageView['guesses'][number]) => void
  onAct: (act: TriageAct) => void
}

/** Red when late, yellow in the last hour: a decision here is a matter of minutes. */
function lightOf(dueAt: string, now: Date) {
  const left = Date.parse(dueAt) - now.getTime()
  return left < 0 ? 'red' : left < HOUR ? 'yellow' : 'green'
}

/** One need that waits for a person's decision. */
export function TriageCard({ item, onConfirm, onAct }: TriageCardProps) {
  const now = new Date()
  const orderId = item.workOrderId
  return (
    <Card>
      <View className={styles.row}>
        <View className={styles.tags}>
          {item.greenChannel && <Tag tone="jade">{orderWords.green}</Tag>}
          {item.kind === 'return' && <Tag tone="amber">{triageWords.returned}</Tag>}
          {item.dispatchDueAt && (
            <Light light={lightOf(item.dispatchDueAt, now)} words={dueWords(item.dispatchDueAt, now)} />
          )}
        </View>
        <View className={desk.fine}>{item.receiptNo}</View>
      </View>
      <View className={styles.text}>{item.text}</View>
      <Attachments files={item.attachments} />
      <View className={desk.fine}>
        {[item.areaName, formatMoment(new Date(item.submittedAt), now)].filter(Boolean).join('　')}
      </View>
      {item.scanned && (
        <View className={styles.scanned}>
          <Icon name="scan" />
          <Text>{triageWords.scannedFrom(item.scanned.name)}</Text>
        </View>
      )}
      {item.returnReason && (
        <View className={styles.reason}>
          {triageWords.wantsReturn(item.department?.name ?? '')}：{item.returnReason}
          {item.legalBasis && (
            <View>
              {triageWords.basis}：{item.legalBasis}
            </View>
          )}
        </View>
      )}
      {item.kind === 'need' ? (
        <>
          <Guesses item={item} onConfirm={onConfirm} />
          <View className={desk.acts}>
            <Button look="quiet" onPress={() => onAct('reject')}>
              {triageWords.reject}
            </Button>
            <Button look="quiet" onPress={() => onAct('merge')}>
              {actWords.merge}
            </Button>
            <Button look="soft" onPress={() => onAct('dispatch')}>
              {triageWords.other}
            </Button>
          </View>
        </>
      ) : (
        <View className={desk.acts}>
          {orderId && (
            <Button look="quiet" onPress={() => void go.order(orderId)}>
              {triageWords.openOrder}
            </Button>
          )}
          <Button look="soft" onPress={() => onAct('decide')}>
            {triageWords.decide}
          </Button>
        </View>
      )}
    </Card>
  )
}

function Guesses({ item, onConfirm }: Pick<TriageCardProps, 'item' | 'onConfirm'>) {
  if (!item.guesses.length) return null
  return (
    <>
      <View className={desk.label}>{triageWords.guesses}</View>
      {item.guesses.map((guess) => (
        <Press
          key={`${guess.category.id}${guess.department?.id ?? ''}`}
          className={styles.guess}
          onPress={() => onConfirm(guess)}
        >
          <View className={styles.where}>
            {triageWords.to(
              `${guess.category.fieldName} · ${guess.category.name}`,
              guess.department?.name ?? null,
            )}
          </View>
          <View className={styles.sure}>
            {guess.isScanned ? triageWords.scanned : triageWords.sure(Math.round(guess.confidence * 100))}
          </View>
        </Press>
      ))}
    </>
  )
}
