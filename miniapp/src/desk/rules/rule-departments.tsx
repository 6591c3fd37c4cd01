import { useState } from 'react'
import { View } from '@tarojs/components'
import { assistingMax } from '@minsheng/shared'
import { DepartmentList } from '@/desk/acts/department-list'
import styles from '@/desk/parts/desk.module.scss'
import { toggled } from '@/parts/toggled'
import { Toggle } from '@/ui'
import { assistWords } from '@/words-desk'
import { ruleWords } from '@/words-routing'
import type { RuleChoice } from './rule-draft'

interface RuleDepartmentsProps {
  choice: RuleChoice
  onChange: (change: Partial<RuleChoice>) => void
}

/** Who gets it, and who helps; or a dispatcher decides. */
export function RuleDepartments({ choice, onChange }: RuleDepartmentsProps) {
  const { isByDispatcher, departmentId, assistingIds } = choice
  const [isHelped, setHelped] = useState(assistingIds.length > 0)
  const help = (on: boolean) => {
    setHelped(on)
    if (!on) onChange({ assistingIds: [] })
  }
  return (
    <>
      <View className={styles.label}>{ruleWords.department}</View>
      <Toggle
        words={ruleWords.byDispatcher}
        on={isByDispatcher}
        onChange={(on) => onChange({ isByDispatcher: on })}
      />
      {!isByDispatcher && (
        <>
          <DepartmentList
            label={ruleWords.department}
            chosen={departmentId ? [departmentId] : []}
            onToggle={(id) =>
              onChange({ departmentId: id, assistingIds: assistingIds.filter((one) => one !== id) })
            }
          />
          <Toggle words={ruleWords.hasAssisting} on={isHelped} onChange={help} />
          {isHelped && (
            <>
              <View className={styles.label}>{assistWords.chosen(assistingIds.length, assistingMax)}</View>
              <DepartmentList
                many
                label={ruleWords.assisting}
                chosen={assistingIds}
                without={departmentId ? [departmentId] : []}
                onToggle={(id) => onChange({ assistingIds: toggled(assistingIds, id) })}
              />
            </>
          )}
        </>
      )}
    </>
  )
}
