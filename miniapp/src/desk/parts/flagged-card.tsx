import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import desk from '@/desk/parts/desk.module.scss'
import { Attachments } from '@/parts/attachments'
import type { Decision, FlaggedView } from '@/services/api'
import { Button, Card, Tag } from '@/ui'
import { safetyWords } from '@/words-desk'
import styles from './triage-card.module.scss'

interface FlaggedCardProps {
  item: FlaggedView
  busy: boolean
  onDecide: (decision: Decision) => void
}

/** One text or photo, why the machine stopped at it, and the decision. A text is only looked at: it stays. */
export function FlaggedCard({ item, busy, onDecide }: FlaggedCardProps) {
  const { kind, suggest, reason, receiptNo, title, text, attachment, filedAt } = item
  return (
    <Card>
      <View className={styles.row}>
        <Tag tone={suggest === 'risky' ? 'red' : 'amber'}>{reason}</Tag>
        <View className={desk.fine}>{receiptNo}</View>
      </View>
      <View className={styles.text}>{text ?? title}</View>
      {attachment && <Attachments files={[attachment]} />}
      <View className={desk.fine}>{formatMoment(new Date(filedAt), new Date())}</View>
      <View className={desk.acts}>
        <Button look="soft" disabled={busy} onPress={() => onDecide('keep')}>
          {kind === 'photo' ? safetyWords.keep : safetyWords.seen}
        </Button>
        {kind === 'photo' && (
          <Button look="line" disabled={busy} onPress={() => onDecide('hide')}>
            {safetyWords.hide}
          </Button>
        )}
      </View>
    </Card>
  )
}
