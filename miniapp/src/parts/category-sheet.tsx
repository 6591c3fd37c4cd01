import { useEffect } from 'react'
import type { CategoryView } from '@/services/api'
import { needReference, useReference } from '@/stores/reference'
import { Button, Sheet, Skeleton } from '@/ui'
import { words } from '@/words'
import { ChoiceTree } from './choice-tree'

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
        <Button look="soft" onPress={onAll}>
          {words.all}
        </Button>
      )}
      <CategoryTree current={current} onChoose={onChoose} />
    </Sheet>
  )
}

export function CategoryTree({ current, onChoose }: Pick<CategorySheetProps, 'current' | 'onChoose'>) {
  useEffect(() => needReference('categories'), [])
  const categories = useReference((reference) => reference.categories)
  if (!categories) return <Skeleton label={words.loading} cards={2} />
  return (
    <ChoiceTree
      label={words.field}
      groups={categories.filter(({ level }) => level === 1)}
      leaves={categories}
      current={current}
      onChoose={onChoose}
    />
  )
}
