import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { formatDay, shanghaiDate } from '@minsheng/shared'
import { monthEnds } from '@/desk/parts/periods'
import { orderNeedAct } from '@/services/work-orders'
import { Button, Chips, Field } from '@/ui'
import { actWords, planWords } from '@/words-desk'
import type { FormProps } from './form-props'
import styles from './form.module.scss'

const dateShape = /^\d{4}-\d{2}-\d{2}$/
const other = 'other'

/** What takes longer than any limit: what is going to be done, who answers for it, and the date that the public reads. */
export function PlanForm({ order, run, busy }: FormProps) {
  const text = useRef('')
  const owner = useRef('')
  const typed = useRef('')
  const today = shanghaiDate(new Date())
  const ends = monthEnds(today)
  const [chosen, setChosen] = useState(ends[1] ?? other)
  const [wrong, setWrong] = useState<{ text?: string; owner?: string; date?: string }>({})

  const send = () => {
    const plan = {
      text: text.current.trim(),
      owner: owner.current.trim(),
      publicAt: chosen === other ? typed.current.trim() : chosen,
    }
    const isDated = dateShape.test(plan.publicAt) && plan.publicAt > today
    const found = {
      ...(plan.text.length < 5 && { text: actWords.wordsShort(5) }),
      ...(plan.owner.length < 2 && { owner: planWords.ownerEmpty }),
      ...(!isDated && { date: planWords.dateWrong }),
    }
    setWrong(found)
    if (!Object.keys(found).length) void run(() => orderNeedAct.plan(order, plan))
  }

  return (
    <>
      <Field
        label={planWords.text}
        placeholder={planWords.textHint}
        multiline
        maxLength={1000}
        onText={(said) => (text.current = said)}
        error={wrong.text}
      />
      <Field
        label={planWords.owner}
        placeholder={planWords.ownerHint}
        maxLength={60}
        onText={(said) => (owner.current = said)}
        error={wrong.owner}
      />
      <View className={styles.label}>{planWords.date}</View>
      <Chips
        single
        label={planWords.date}
        options={[
          ...ends.map((date) => ({ value: date, words: formatDay(date, new Date()) })),
          { value: other, words: planWords.otherDate },
        ]}
        chosen={[chosen]}
        onToggle={setChosen}
      />
      <View className={styles.gap} />
      {chosen === other && (
        <Field
          label={planWords.otherDate}
          placeholder={planWords.dateHint}
          maxLength={10}
          onText={(said) => (typed.current = said)}
        />
      )}
      {wrong.date && <View className={styles.wrong}>{wrong.date}</View>}
      <Button busy={busy && actWords.busy} onPress={send}>
        {actWords.plan}
      </Button>
    </>
  )
}
