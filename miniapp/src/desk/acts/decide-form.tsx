import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { WorkOrderView } from '@/services/api'
import { workOrderAct } from '@/services/work-orders'
import { Button, Field, Notice } from '@/ui'
import { actWords } from '@/words-desk'
import type { Run } from './form-props'
import { DepartmentList } from './department-list'
import styles from './form.module.scss'

interface DecideFormProps {
  id: WorkOrderView['id']
  /** Whom the returning department names. */
  suggested: string | null
  /** Whatever is decided, the need cannot be returned again. */
  isLast: boolean
  run: Run
  busy: boolean
}

/** Whose it is, with the reason. The same department means: back to it, and that is final. */
export function DecideForm({ id, suggested, isLast, run, busy }: DecideFormProps) {
  const [department, setDepartment] = useState(suggested)
  const note = useRef('')
  const [wrong, setWrong] = useState<string | null>(null)
  const send = () => {
    if (!department) return setWrong(actWords.suggestedEmpty)
    if (!note.current.trim()) return setWrong(actWords.reasonEmpty)
    setWrong(null)
    void run(() => workOrderAct.decideReturn(id, { departmentId: department, note: note.current.trim() }))
  }
  return (
    <>
      {isLast && <Notice tone="amber">{actWords.lastReturn}</Notice>}
      <View className={styles.label}>{actWords.decideHint}</View>
      <DepartmentList
        label={actWords.suggested}
        chosen={department ? [department] : []}
        onToggle={setDepartment}
      />
      <Field label={actWords.decideNote} multiline maxLength={500} onText={(text) => (note.current = text)} />
      {wrong && <Notice tone="amber">{wrong}</Notice>}
      <Button busy={busy && actWords.busy} onPress={send}>
        {actWords.decideReturn}
      </Button>
    </>
  )
}
