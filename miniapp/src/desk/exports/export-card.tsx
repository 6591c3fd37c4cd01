import { View } from '@tarojs/components'
import { formatDays, formatMoment } from '@minsheng/shared'
import desk from '@/desk/parts/desk.module.scss'
import type { ExportState, ExportView } from '@/services/api'
import { Button, Card, Tag, type Tone, Track } from '@/ui'
import { exportWords } from '@/words-exports'
import styles from './export-card.module.scss'

const tones: Record<ExportState, Tone> = {
  waiting: 'plain',
  running: 'jade',
  done: 'jade',
  cancelled: 'plain',
  failed: 'red',
  expired: 'plain',
}
export const isUnderWay = ({ state }: ExportView): boolean => state === 'waiting' || state === 'running'

interface ExportCardProps {
  item: ExportView
  busy: boolean
  onCancel: () => void
  onDownload: () => void
}

/** One export: of what, how far it is, and the one thing to do with it. */
export function ExportCard({ item, busy, onCancel, onDownload }: ExportCardProps) {
  const { format, state, from, to, scope, purpose, rowsWritten, rowsTotal, failure, bytes, expiresAt } = item
  const isList = format !== 'docx'
  const moment = (at: string) => formatMoment(new Date(at), new Date())
  const facts = [
    isList && state !== 'waiting' && exportWords.rows(rowsWritten, state === 'running' ? rowsTotal : null),
    state === 'done' && bytes !== null && exportWords.size(bytes),
    expiresAt && exportWords.keptUntil(moment(expiresAt)),
  ].filter(Boolean)
  return (
    <Card>
      <View className={desk.head}>
        <View className={desk.name}>{exportWords.formats[format]}</View>
        <Tag tone={tones[state]}>{exportWords.states[state]}</Tag>
      </View>
      <View className={desk.small}>{`${scope.name}，${formatDays(from, to, new Date())}`}</View>
      {scope.reason && <View className={desk.small}>{scope.reason}</View>}
      <View className={desk.small}>{`${exportWords.purpose}：${purpose}`}</View>
      {state === 'running' && isList && (
        <View className={styles.track}>
          <Track
            share={rowsTotal ? rowsWritten / rowsTotal : 0}
            label={exportWords.rows(rowsWritten, rowsTotal)}
          />
        </View>
      )}
      {facts.length > 0 && <View className={desk.small}>{facts.join('，')}</View>}
      {failure && <View className={desk.small}>{failure}</View>}
      {state === 'done' && (
        <View className={desk.foot}>
          <Button look="soft" disabled={busy} onPress={onDownload}>
            {exportWords.download}
          </Button>
        </View>
      )}
      {isUnderWay(item) && (
        <View className={desk.foot}>
          <Button look="line" disabled={busy} onPress={onCancel}>
            {exportWords.cancel}
          </Button>
        </View>
      )}
    </Card>
  )
}
