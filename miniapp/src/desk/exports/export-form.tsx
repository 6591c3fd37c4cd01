import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { useSaving } from '@/desk/deadlines/use-saving'
import styles from '@/desk/parts/desk.module.scss'
import type { ExportFormat } from '@/services/api'
import { startExport } from '@/services/exports'
import { Button, Card, Chips, Field, Notice } from '@/ui'
import { exportWords } from '@/words-exports'
import { type ExportPeriod, exportPeriodOf, exportPeriods } from './export-periods'

const formats = (['xlsx', 'csv', 'docx'] as const).map((value) => ({
  value,
  words: exportWords.formats[value],
}))
const periods = exportPeriods.map((value) => ({ value, words: exportWords.periods[value] }))
const PURPOSE = { least: 2, most: 200 } as const

/** What to export, of when, and what for. */
export function ExportForm({ onStarted }: { onStarted: () => void }) {
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [period, setPeriod] = useState<ExportPeriod>('month')
  const [field, setField] = useState(0)
  const purpose = useRef('')
  const { busy, problems, setProblems, save } = useSaving(() => {
    purpose.current = ''
    setField((before) => before + 1)
    onStarted()
  })
  const start = () => {
    const said = purpose.current.trim()
    if (said.length < PURPOSE.least) return setProblems([exportWords.purposeWrong])
    void save(() => startExport({ ...exportPeriodOf(period, new Date()), format, purpose: said }))
  }
  return (
    <Card>
      <View className={styles.label}>{exportWords.what}</View>
      <Chips single label={exportWords.what} options={formats} chosen={[format]} onToggle={setFormat} />
      <View className={styles.label}>{exportWords.period}</View>
      <Chips single label={exportWords.period} options={periods} chosen={[period]} onToggle={setPeriod} />
      <View className={styles.label} />
      <Field
        key={field}
        label={exportWords.purpose}
        hint={exportWords.purposeHint}
        maxLength={PURPOSE.most}
        onText={(text) => (purpose.current = text)}
      />
      {problems.map((problem) => (
        <Notice key={problem} tone="amber">
          {problem}
        </Notice>
      ))}
      <View className={styles.foot}>
        <Button busy={busy && exportWords.starting} onPress={start}>
          {exportWords.start}
        </Button>
      </View>
    </Card>
  )
}
