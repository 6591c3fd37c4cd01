import { useState } from 'react'
import { View } from '@tarojs/components'
import { useAppearance } from '@/hooks/use-appearance'
import { a11y, Button, SectionTitle } from '@/ui'
import { lookalikeWords } from '@/words-filing'
import { LookalikeCard } from './lookalike-card'
import { useLookalikes } from './use-lookalikes'
import type { Filing } from './use-filing'
import styles from './lookalike-card.module.scss'

const SHOWN = 3

/** Below what is being written: what neighbours have filed already, to join instead. Absent while there is nothing. */
export function Lookalikes({ filing }: { filing: Filing }) {
  const found = useLookalikes()
  const { isLarge } = useAppearance()
  const [others, setOthers] = useState<string[]>([])
  const [isWhole, setWhole] = useState(false)
  const left = found.filter(({ id }) => !others.includes(id))
  if (!left.length) return null
  const shown = left.slice(0, isLarge ? 1 : isWhole ? left.length : SHOWN)
  return (
    <View {...a11y('status')}>
      <SectionTitle>{lookalikeWords.title}</SectionTitle>
      <View className={styles.hint}>{lookalikeWords.hint}</View>
      {shown.map((item) => (
        <LookalikeCard
          key={item.id}
          item={item}
          busy={filing.isBusy}
          onJoin={() => void filing.submit(item.id)}
          onOther={() => setOthers((all) => [...all, item.id])}
        />
      ))}
      {!isLarge && shown.length < left.length && (
        <Button look="quiet" onPress={() => setWhole(true)}>
          {lookalikeWords.more(left.length - shown.length)}
        </Button>
      )}
    </View>
  )
}
