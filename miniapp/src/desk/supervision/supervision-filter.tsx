import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { DepartmentList } from '@/desk/acts/department-list'
import styles from '@/desk/parts/queue-filter.module.scss'
import type { SupervisionFilter } from '@/services/supervision'
import { needReference, useReference } from '@/stores/reference'
import { Button, Chips, cx, Press, Sheet } from '@/ui'
import { words } from '@/words'
import { levelChips, supervisionWords } from '@/words-supervision'

type Filter = Omit<SupervisionFilter, 'state'>

interface SupervisionFilterBarProps {
  filter: Filter
  /** Others see their own department. */
  hasDepartments: boolean
  onChange: (filter: Filter) => void
}

/** By level, by what is late, by department; each chip says what it is set to. */
export function SupervisionFilterBar({ filter, hasDepartments, onChange }: SupervisionFilterBarProps) {
  const [open, setOpen] = useState<'level' | 'department' | null>(null)
  const departments = useReference((reference) => reference.departments)
  useEffect(() => needReference('departments'), [])
  const set = (change: Filter) => {
    onChange({ ...filter, ...change })
    setOpen(null)
  }
  const level = levelChips.find(({ value }) => value === filter.level)?.words
  const department = departments?.find(({ id }) => id === filter.departmentId)?.name
  const sheet = { closeLabel: words.close, onClose: () => setOpen(null) }
  const chip = (name: 'level' | 'department', value: string | undefined, any: string) => (
    <Press
      className={cx(styles.chip, value && styles.on)}
      expanded={open === name}
      onPress={() => setOpen(name)}
    >
      {value ?? any}
    </Press>
  )
  return (
    <View className={styles.filter}>
      <View className={styles.chips}>
        {chip('level', level, supervisionWords.anyLevel)}
        {hasDepartments && chip('department', department, supervisionWords.anyDepartment)}
        <Press
          role="checkbox"
          checked={filter.overdue ?? false}
          className={cx(styles.chip, filter.overdue && styles.on)}
          onPress={() => set({ overdue: !filter.overdue })}
        >
          {supervisionWords.overdueOnly}
        </Press>
      </View>
      <Sheet open={open === 'level'} title={supervisionWords.levelLabel} {...sheet}>
        <Chips
          single
          label={supervisionWords.levelLabel}
          options={levelChips}
          chosen={level && filter.level ? [filter.level as '1' | '2' | '3'] : []}
          onToggle={(value) => set({ level: value })}
        />
        <All onPress={() => set({ level: undefined })} />
      </Sheet>
      <Sheet open={open === 'department'} title={supervisionWords.departmentTitle} {...sheet}>
        <All onPress={() => set({ departmentId: undefined })} />
        <DepartmentList
          label={supervisionWords.departmentTitle}
          chosen={filter.departmentId ? [filter.departmentId] : []}
          onToggle={(departmentId) => set({ departmentId })}
        />
      </Sheet>
    </View>
  )
}

const All = ({ onPress }: { onPress: () => void }) => (
  <View className={styles.all}>
    <Button look="soft" onPress={onPress}>
      {supervisionWords.all}
    </Button>
  </View>
)
