import { useEffect } from 'react'
import { View } from '@tarojs/components'
import { Communities } from '@/parts/communities'
import { needReference, useReference } from '@/stores/reference'
import { Button, Chips, Sheet } from '@/ui'
import { words } from '@/words'
import { ruleWords, whyWords } from '@/words-routing'
import styles from './rules.module.scss'

interface AreaSheetProps {
  open: boolean
  onClose: () => void
  onChoose: (area: { id: string; name: string }) => void
  /** No area: the rule counts everywhere. */
  onEverywhere?: () => void
}

/** A street or town, or one of its communities. */
export function AreaSheet({ open, onClose, onChoose, onEverywhere }: AreaSheetProps) {
  useEffect(() => needReference('communities'), [])
  const communities = useReference((reference) => reference.communities)
  const streets = new Map(communities?.map(({ parentId, streetName }) => [parentId ?? '', streetName ?? '']))
  return (
    <Sheet open={open} title={ruleWords.area} closeLabel={words.close} onClose={onClose}>
      {onEverywhere && (
        <Button look="soft" onPress={onEverywhere}>
          {whyWords.everywhere}
        </Button>
      )}
      <View className={styles.label} />
      <Chips
        single
        label={ruleWords.area}
        options={[...streets].map(([value, name]) => ({ value, words: name }))}
        chosen={[]}
        onToggle={(id) => onChoose({ id, name: streets.get(id) ?? '' })}
      />
      <View className={styles.label}>{ruleWords.communities}</View>
      <Communities current={null} onChoose={onChoose} />
    </Sheet>
  )
}
