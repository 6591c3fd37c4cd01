import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import type { CategoryView } from '@/services/api'
import { needReference, useReference } from '@/stores/reference'
import { Button, Chips, Icon, Press, Sheet, Skeleton } from '@/ui'
import { words } from '@/words'
import styles from './category-sheet.module.scss'

interface CategorySheetProps {
  open: boolean
  title: string
  current: string | null
  onClose: () => void
  onChoose: (category: CategoryView) => void
  /** For a filter: no category at all. */
  onAll?: () => void
}

/** The category tree: the field first, then what it is about. */
export function CategorySheet({ open, title, current, onClose, onChoose, onAll }: CategorySheetProps) {
  return (
    <Sheet open={open} title={title} closeLabel={words.close} onClose={onClose}>
      {onAll && (
        <View className={styles.all}>
          <Button look="soft" onPress={onAll}>
            {words.all}
          </Button>
        </View>
      )}
      <CategoryTree current={current} onChoose={onChoose} />
    </Sheet>
  )
}

export function CategoryTree({ current, onChoose }: Pick<CategorySheetProps, 'current' | 'onChoose'>) {
  useEffect(() => needReference('categories'), [])
  const categories = useReference((reference) => reference.categories)
  const [chosen, setChosen] = useState<string | null>(null)
  if (!categories) return <Skeleton label={words.loading} cards={2} />
  const fields = categories.filter(({ level }) => level === 1)
  const field = chosen ?? categories.find(({ id }) => id === current)?.parentId ?? fields[0]?.id ?? ''
  return (
    <>
      <Chips
        single
        label={words.field}
        options={fields.map(({ id, name }) => ({ value: id, words: name }))}
        chosen={[field]}
        onToggle={setChosen}
      />
      <View className={styles.leaves}>
        {categories
          .filter(({ parentId }) => parentId === field)
          .map((category) => (
            <Press key={category.id} className={styles.leaf} onPress={() => onChoose(category)}>
              <View>{category.name}</View>
              {category.id === current && <Icon name="check" />}
            </Press>
          ))}
      </View>
    </>
  )
}
