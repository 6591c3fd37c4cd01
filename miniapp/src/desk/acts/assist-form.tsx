import { useState } from 'react'
import { View } from '@tarojs/components'
import { assistingMax } from '@minsheng/shared'
import { workOrderAct } from '@/services/work-orders'
import { Notice } from '@/ui'
import { actWords, assistWords } from '@/words-desk'
import { openAssists } from '@/desk/parts/order-state'
import { DepartmentList } from './department-list'
import type { FormProps } from './form-props'
import styles from './form.module.scss'
import { toggled } from '@/parts/toggled'
import { WordsForm } from './words-form'

/** Who is to help, and with what. Those who do already are not offered. */
export function AssistForm({ order, run, busy }: FormProps) {
  const helping = openAssists(order).map(({ department }) => department.id)
  const room = assistingMax - helping.length
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [wrong, setWrong] = useState<string | null>(null)
  const send = (reason: string) => {
    if (!chosen.length) return setWrong(assistWords.empty)
    if (chosen.length > room) return setWrong(assistWords.tooMany(assistingMax))
    setWrong(null)
    void run(() => workOrderAct.assist(order.id, { departmentIds: [...chosen], reason }))
  }
  return (
    <>
      <View className={styles.label}>{assistWords.chosen(chosen.length, room)}</View>
      <DepartmentList
        many
        label={assistWords.departments}
        chosen={chosen}
        without={[order.department.id, ...helping]}
        onToggle={(id) => setChosen((all) => toggled(all, id))}
      />
      {wrong && <Notice tone="amber">{wrong}</Notice>}
      <WordsForm
        label={assistWords.what}
        hint={assistWords.whatHint}
        send={actWords.assist}
        min={2}
        busy={busy}
        onSend={send}
      />
    </>
  )
}
