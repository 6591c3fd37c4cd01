import { memo } from 'react'
import { View } from '@tarojs/components'
import { careMarkWords, formatDate, shanghaiDate } from '@minsheng/shared'
import type { HouseholdView } from '@/services/api'
import { Press, Tag } from '@/ui'
import { gridWords } from '@/words-grid'
import { addressOf } from '../store/finding'
import styles from './grid.module.scss'

/** "2026-11-20T…" as the day of Shanghai in words. */
export const dayOf = (instant: string) => formatDate(shanghaiDate(new Date(instant)))

/** What one knows of the visits to a household, in a line. */
export const visitsOf = ({ lastMetAt, nextVisitOn }: HouseholdView): string =>
  [
    lastMetAt ? gridWords.lastMet(dayOf(lastMetAt)) : gridWords.neverMet,
    nextVisitOn && gridWords.agreedOn(formatDate(nextVisitOn)),
  ]
    .filter(Boolean)
    .join('，')

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
  return (
    <Press role="link" className={styles.row} onPress={() => onOpen(household.id)}>
      <View className={styles.title}>{addressOf(household)}</View>
      {household.residents.length > 0 && (
        <View className={styles.names}>{household.residents.map(({ name }) => name).join('、')}</View>
      )}
      <View className={styles.small}>{visitsOf(household)}</View>
      <Marks of={household.marks} />
    </Press>
  )
})
