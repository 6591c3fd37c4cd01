import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { needReference, useReference } from '@/stores/reference'
import { a11y, Field, Icon, Press, Skeleton } from '@/ui'
import { words } from '@/words'
import { actWords } from '@/words-desk'
import styles from './department-list.module.scss'

interface DepartmentListProps {
  label: string
  chosen: string | null
  onChoose: (id: string) => void
}

/** All departments with a filter, one of them chosen. */
export function DepartmentList({ label, chosen, onChoose }: DepartmentListProps) {
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
      <View className={styles.list} {...a11y('radiogroup', label)}>
        {departments
          .filter(({ name }) => name.includes(filter))
          .map(({ id, name }) => (
            <Press
              key={id}
              role="radio"
              checked={id === chosen}
              className={styles.one}
              onPress={() => onChoose(id)}
            >
              <View>{name}</View>
              {id === chosen && <Icon name="check" className={styles.check} />}
            </Press>
          ))}
      </View>
    </>
  )
}
