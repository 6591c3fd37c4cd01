import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { DepartmentList } from '@/desk/acts/department-list'
import { FormFoot } from '@/desk/deadlines/form-foot'
import { useSaving } from '@/desk/deadlines/use-saving'
import styles from '@/desk/parts/desk.module.scss'
import type { TopicProposalView } from '@/services/api'
import { chooseTopic } from '@/services/monthly'
import { Field } from '@/ui'
import { monthlyWords } from '@/words-monthly'

interface ChooseFormProps {
  proposal: TopicProposalView
  onDone: () => void
  onCancel: () => void
}

/** Who leads it, who answers for it, what is done, by when. */
export function ChooseForm({ proposal, onDone, onCancel }: ChooseFormProps) {
  const [department, setDepartment] = useState<string | null>(null)
  const typed = useRef({ owner: '', plan: '', dueOn: '' })
  const { busy, problems, setProblems, save } = useSaving(onDone)
  const send = () => {
    if (!department) return setProblems([monthlyWords.departmentEmpty])
    const { month, categoryId } = proposal
    const { owner, plan, dueOn } = typed.current
    void save(() =>
      chooseTopic({ month, categoryId, departmentId: department, owner, plan, dueOn: dueOn.trim() }),
    )
  }
  const type = (name: keyof typeof typed.current) => (text: string) => {
    typed.current = { ...typed.current, [name]: text }
  }
  return (
    <>
      <View className={styles.label}>{monthlyWords.department}</View>
      <DepartmentList
        label={monthlyWords.department}
        chosen={department ? [department] : []}
        onToggle={setDepartment}
      />
      <View className={styles.label} />
      <Field label={monthlyWords.owner} maxLength={40} onText={type('owner')} />
      <Field
        multiline
        label={monthlyWords.plan}
        hint={monthlyWords.planHint}
        maxLength={2000}
        onText={type('plan')}
      />
      <Field label={monthlyWords.dueOn} hint={monthlyWords.dueHint} maxLength={10} onText={type('dueOn')} />
      <FormFoot problems={problems} busy={busy} onSave={send} onCancel={onCancel} />
    </>
  )
}
