import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import styles from '@/desk/parts/desk.module.scss'
import type { ExclusionView } from '@/services/api'
import { Button, Card, Tag } from '@/ui'
import { exclusionWords } from '@/words-exports'

interface ExclusionCardProps {
  item: ExclusionView
  busy: boolean
  onDecide: (act: 'confirm' | 'decline') => void
}

/** What somebody wants to take out of the rates: another one agrees or not. */
export function ExclusionCard({ item, busy, onDecide }: ExclusionCardProps) {
  const { title, receiptNo, departmentName, reason, state, proposedBy, proposedAt, decidedBy, mayConfirm } =
    item
  const facts = [
    proposedBy && exclusionWords.by(proposedBy),
    formatMoment(new Date(proposedAt), new Date()),
    decidedBy && exclusionWords.decidedBy(decidedBy),
  ]
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name}>{title}</View>
        <Tag tone={state === 'proposed' ? 'amber' : 'plain'}>{exclusionWords.states[state]}</Tag>
      </View>
      <View className={styles.small}>{[receiptNo, departmentName].filter(Boolean).join('　')}</View>
      <View className={styles.small}>{reason}</View>
      <View className={styles.small}>{facts.filter(Boolean).join('　')}</View>
      {state === 'proposed' && !mayConfirm && <View className={styles.small}>{exclusionWords.yours}</View>}
      {state === 'proposed' && (
        <View className={styles.foot}>
          {mayConfirm && (
            <Button disabled={busy} onPress={() => onDecide('confirm')}>
              {exclusionWords.confirm}
            </Button>
          )}
          <Button look="soft" disabled={busy} onPress={() => onDecide('decline')}>
            {exclusionWords.decline}
          </Button>
        </View>
      )}
    </Card>
  )
}
