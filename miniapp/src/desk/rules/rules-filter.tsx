import { useState } from 'react'
import { View } from '@tarojs/components'
import { DepartmentList } from '@/desk/acts/department-list'
import { AreaSheet } from '@/desk/parts/area-sheet'
import styles from '@/desk/parts/desk.module.scss'
import { CategorySheet } from '@/parts/category-sheet'
import type { RulesBy } from '@/services/routing'
import { useReference } from '@/stores/reference'
import { Button, Segmented, Sheet } from '@/ui'
import { words } from '@/words'
import { ruleWords } from '@/words-routing'

type By = keyof typeof ruleWords.bys
const bys = (['all', 'categoryId', 'departmentId', 'areaId'] as const).map((value) => ({
  value,
  words: ruleWords.bys[value],
}))

/** By what the rules are listed: all, or one category, department or area. */
export function RulesFilter({ onChange }: { onChange: (by: RulesBy) => void }) {
  const [by, setBy] = useState<By>('all')
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(null)
  const [isOpen, setOpen] = useState(false)
  const departments = useReference((reference) => reference.departments)
  const turn = (next: By) => {
    setBy(next)
    setChosen(null)
    setOpen(next !== 'all')
    onChange({})
  }
  const choose = (one: { id: string; name: string }) => {
    setChosen(one)
    setOpen(false)
    if (by !== 'all') onChange({ [by]: one.id })
  }
  const close = () => setOpen(false)
  return (
    <View>
      <Segmented isChoice label={ruleWords.by} options={bys} value={by} onChange={turn} />
      {by !== 'all' && (
        <>
          <View className={styles.label} />
          <Button look="line" onPress={() => setOpen(true)}>
            {chosen?.name || ruleWords.choose}
          </Button>
        </>
      )}
      <CategorySheet
        open={isOpen && by === 'categoryId'}
        title={ruleWords.category}
        current={chosen?.id ?? null}
        onClose={close}
        onChoose={choose}
      />
      <AreaSheet open={isOpen && by === 'areaId'} onClose={close} onChoose={choose} />
      <Sheet
        open={isOpen && by === 'departmentId'}
        title={ruleWords.department}
        closeLabel={words.close}
        onClose={close}
      >
        <DepartmentList
          label={ruleWords.department}
          chosen={chosen ? [chosen.id] : []}
          onToggle={(id) => choose({ id, name: departments?.find((one) => one.id === id)?.name ?? '' })}
        />
      </Sheet>
    </View>
  )
}
