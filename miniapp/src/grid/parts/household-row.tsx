import { memo } from 'react'
import { View } from '@tarojs/components'
import { careMarkWords, formatDay, shanghaiDate } from '@minsheng/shared'
import type { HouseholdView } from '@/services/api'
import { Press, Tag } from '@/ui'
import { gridWords } from '@/words-grid'
import { addressOf } from '../store/finding'
import { useGrid } from '../store/grid'
import styles from './grid.module.scss'

/** What one knows of the visits to a household, in a line. */
export function visitsOf({ lastMetAt, nextVisitOn }: HouseholdView): string {
  const now = new Date()
  const lastMetOn = lastMetAt && shanghaiDate(new Date(lastMetAt))
  const met = lastMetOn ? gridWords.lastMet(formatDay(lastMetOn, now)) : gridWords.neverMet
  const agreed = nextVisitOn && gridWords.agreedOn(formatDay(nextVisitOn, now))
  return [met, agreed].filter(Boolean).join('，')
}

/** The marks for special care. */
export function Marks({ of }: { of: HouseholdView['marks'] }) {
  if (!of.length) return null
  return (
    <View className={styles.marks}>
      {of.map((mark) => (
        <Tag key={mark} tone="amber">
          {careMarkWords[mark]}
        </Tag>
      ))}
    </View>
  )
}

interface HouseholdRowProps {
  household: HouseholdView
  onOpen: (id: string) => void
}

/** A household in a list: the whole row is the target, for a thumb in a glove. */
export const HouseholdRow = memo(function HouseholdRow({ household, onOpen }: HouseholdRowProps) {
  // Two grids can have a building of the same name.
  const grid = useGrid(({ copy }) =>
    copy.grids.length > 1 ? copy.grids.find(({ id }) => id === household.gridId)?.name : undefined,
  )
  return (
    <Press role="link" className={styles.row} onPress={() => onOpen(household.id)}>
      <View className={styles.title}>{addressOf(household)}</View>
      {household.residents.length > 0 && (
        <View className={styles.names}>{household.residents.map(({ name }) => name).join('、')}</View>
      )}
      <View className={styles.small}>{[grid, visitsOf(household)].filter(Boolean).join('，')}</View>
      <Marks of={household.marks} />
    </Press>
  )
})
