import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { workOrderAct } from '@/services/work-orders'
import { Button, Field, Notice } from '@/ui'
import { actWords } from '@/words-desk'
import type { FormProps } from './form-props'
import { DepartmentList } from './department-list'
import styles from './form.module.scss'

/** Not ours: why, by which rule, and whose it is. */
export function ReturnForm({ order, run, busy }: FormProps) {
  const reason = useRef('')
  const basis = useRef('')
  const [department, setDepartment] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const send = () => {
    if (!reason.current.trim()) return setWrong(actWords.reasonEmpty)
    if (!basis.current.trim()) return setWrong(actWords.basisEmpty)
    if (!department) return setWrong(actWords.suggestedEmpty)
    setWrong(null)
    void run(() =>
      workOrderAct.requestReturn(order.id, {
        reason: reason.current.trim(),
        legalBasis: basis.current.trim(),
        suggestedDepartmentId: department,
      }),
    )
  }
  return (
    <>
      <Field label={actWords.reason} multiline maxLength={500} onText={(text) => (reason.current = text)} />
      <Field
        label={actWords.basis}
        placeholder={actWords.basisHint}
        maxLength={200}
        onText={(text) => (basis.current = text)}
      />
      <View className={styles.label}>{actWords.suggested}</View>
      <DepartmentList
        label={actWords.suggested}
        chosen={department ? [department] : []}
        onToggle={setDepartment}
      />
      {wrong && <Notice tone="amber">{wrong}</Notice>}
      <Button busy={busy && actWords.busy} onPress={send}>
        {actWords.requestReturn}
      </Button>
    </>
  )
}
