import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { needReference, useReference } from '@/stores/reference'
import { a11y, Field, Icon, Press, Skeleton } from '@/ui'
import { words } from '@/words'
import { actWords } from '@/words-desk'
import styles from './department-list.module.scss'

interface DepartmentListProps {
  label: string
  chosen: readonly string[]
  onToggle: (id: string) => void
  /** Any of them, not one. */
  many?: boolean
  /** Not offered. */
  without?: readonly string[]
}

/** All departments with a filter; what is chosen stays in sight. */
export function DepartmentList({ label, chosen, onToggle, many, without = [] }: DepartmentListProps) {
  useEffect(() => needReference('departments'), [])
  const departments = useReference((reference) => reference.departments)
  const [filter, setFilter] = useState('')
  if (!departments) return <Skeleton label={words.loading} cards={1} />
  return (
    <>
      <Field
        label={actWords.findDepartment}
        placeholder={actWords.findDepartment}
        isLabelHidden
        onText={(text) => setFilter(text.trim())}
      />
      <View className={styles.list} {...(many ? { 'aria-label': label } : a11y('radiogroup', label))}>
        {departments
          .filter(({ id, name }) => !without.includes(id) && (name.includes(filter) || chosen.includes(id)))
          .map(({ id, name }) => (
            <Press
              key={id}
              role={many ? 'checkbox' : 'radio'}
              checked={chosen.includes(id)}
              className={styles.one}
              onPress={() => onToggle(id)}
            >
              <View>{name}</View>
              {chosen.includes(id) && <Icon name="check" className={styles.check} />}
            </Press>
          ))}
      </View>
    </>
  )
}
