import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { CategorySheet } from '@/parts/category-sheet'
import { Communities } from '@/parts/communities'
import type { QueueFilter } from '@/services/work-orders'
import { useReference } from '@/stores/reference'
import { Button, Chips, cx, Field, Press, Sheet } from '@/ui'
import { words } from '@/words'
import { queueWords } from '@/words-desk'
import styles from './queue-filter.module.scss'

type Filter = Pick<QueueFilter, 'areaId' | 'categoryId' | 'due' | 'q'>
type Open = 'due' | 'area' | 'category' | null

const dues = (['overdue', 'soon', 'later'] as const).map((value) => ({ value, words: queueWords.due[value] }))

/** Search by receipt number, and three filters that say what they are set to. */
export function QueueFilterBar({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const [open, setOpen] = useState<Open>(null)
  const areas = useReference((reference) => reference.communities)
  const categories = useReference((reference) => reference.categories)
  const set = (change: Filter) => {
    onChange({ ...filter, ...change })
    setOpen(null)
  }
  const chips = [
    { open: 'due' as const, value: filter.due && queueWords.due[filter.due], any: queueWords.anyDue },
    {
      open: 'area' as const,
      value: areas?.find(({ id }) => id === filter.areaId)?.name,
      any: queueWords.anyArea,
    },
    {
      open: 'category' as const,
      value: categories?.find(({ id }) => id === filter.categoryId)?.name,
      any: queueWords.anyCategory,
    },
  ]
  const close = () => setOpen(null)
  const sheet = { closeLabel: words.close, onClose: close }

  return (
    <View className={styles.filter}>
      <Search key={filter.q ?? ''} q={filter.q ?? ''} onSearch={(q) => set({ q: q || undefined })} />
      <View className={styles.chips}>
        {chips.map((chip) => (
          <Press
            key={chip.open}
            className={cx(styles.chip, chip.value && styles.on)}
            expanded={open === chip.open}
            onPress={() => setOpen(chip.open)}
          >
            {chip.value ?? chip.any}
          </Press>
        ))}
      </View>
      <Sheet open={open === 'due'} title={queueWords.dueTitle} {...sheet}>
        <Chips
          single
          label={queueWords.dueTitle}
          options={dues}
          chosen={filter.due ? [filter.due] : []}
          onToggle={(due) => set({ due })}
        />
        <All onPress={() => set({ due: undefined })} />
      </Sheet>
      <Sheet open={open === 'area'} title={queueWords.areaTitle} {...sheet}>
        <All onPress={() => set({ areaId: undefined })} />
        <Communities current={filter.areaId ?? null} onChoose={({ id }) => set({ areaId: id })} />
      </Sheet>
      <CategorySheet
        open={open === 'category'}
        title={queueWords.categoryTitle}
        current={filter.categoryId ?? null}
        onClose={close}
        onChoose={({ id }) => set({ categoryId: id })}
        onAll={() => set({ categoryId: undefined })}
      />
    </View>
  )
}

const All = ({ onPress }: { onPress: () => void }) => (
  <View className={styles.all}>
    <Button look="soft" onPress={onPress}>
      {queueWords.all}
    </Button>
  </View>
)

function Search({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const text = useRef(q)
  const search = () => onSearch(text.current.trim())
  return (
    <Field
      label={queueWords.search}
      isLabelHidden
      placeholder={queueWords.searchHint}
      initial={q}
      maxLength={40}
      onText={(typed) => (text.current = typed)}
      onConfirm={search}
      end={
        <Press className={styles.search} onPress={() => (q ? onSearch('') : search())}>
          {q ? queueWords.searchClear : queueWords.searchGo}
        </Press>
      }
    />
  )
}
