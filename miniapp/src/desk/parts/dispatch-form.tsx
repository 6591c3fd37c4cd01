import { useState } from 'react'
import { View } from '@tarojs/components'
import { assistingMax } from '@minsheng/shared'
import { DepartmentList } from '@/desk/acts/department-list'
import styles from '@/desk/acts/form.module.scss'
import { toggled } from '@/parts/toggled'
import { CategoryTree } from '@/parts/category-sheet'
import type { TriageView } from '@/services/api'
import { dispatchNeed } from '@/services/needs'
import { useReference } from '@/stores/reference'
import { Button, Toggle } from '@/ui'
import { actWords, assistWords, triageWords } from '@/words-desk'

type Category = Pick<TriageView['guesses'][number]['category'], 'id' | 'name'>

export interface TriageFormProps {
  item: TriageView
  run: (act: () => Promise<{ item: TriageView; said: string }>) => Promise<void>
  busy: boolean
}

/**
 * Another category than the two guesses, or a guess (`guessed`) for which no rule names a department. The
 * department by rule, or by hand: there the one whose code was scanned is chosen already.
 */
export function DispatchForm({ item, guessed, run, busy }: TriageFormProps & { guessed?: Category }) {
  const [category, setCategory] = useState<Category | null>(guessed ?? null)
  const [byRule, setByRule] = useState(!guessed)
  const [department, setDepartment] = useState<string | null>(item.scanned?.id ?? null)
  const [isHelped, setHelped] = useState(false)
  const [assisting, setAssisting] = useState<readonly string[]>([])
  const departments = useReference((reference) => reference.departments)
  if (!category) return <CategoryTree current={null} onChoose={setCategory} />

  const departmentId = byRule ? null : department
  const send = () =>
    void run(async () => {
      const need = await dispatchNeed(item.id, {
        categoryId: category.id,
        ...(departmentId && { departmentId }),
        ...(isHelped && { assistingIds: [...assisting] }),
      })
      const name = need.department?.name ?? departments?.find(({ id }) => id === departmentId)?.name ?? null
      return { item, said: triageWords.dispatched(name) }
    })
  return (
    <>
      <View className={styles.label}>{triageWords.category}</View>
      <Button look="soft" onPress={() => setCategory(null)}>
        {category.name}
      </Button>
      <View className={styles.gap} />
      <Toggle words={triageWords.byRule} on={byRule} onChange={setByRule} />
      {!byRule && (
        <DepartmentList
          label={triageWords.department}
          chosen={department ? [department] : []}
          onToggle={setDepartment}
        />
      )}
      <Toggle words={assistWords.also} on={isHelped} onChange={setHelped} />
      {isHelped && (
        <>
          <View className={styles.label}>{assistWords.chosen(assisting.length, assistingMax)}</View>
          <DepartmentList
            many
            label={assistWords.departments}
            chosen={assisting}
            without={departmentId ? [departmentId] : []}
            onToggle={(id) => setAssisting((all) => toggled(all, id))}
          />
        </>
      )}
      <View className={styles.gap} />
      <Button disabled={!byRule && !department} busy={busy && actWords.busy} onPress={send}>
        {triageWords.dispatch}
      </Button>
    </>
  )
}
