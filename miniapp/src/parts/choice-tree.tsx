import { useState } from 'react'
import { View } from '@tarojs/components'
import { Chips, Icon, Press } from '@/ui'
import styles from './choice-tree.module.scss'

interface Choice {
  id: string
  name: string
  parentId: string | null
}

interface ChoiceTreeProps<Leaf extends Choice> {
  label: string
  groups: readonly { id: string; name: string }[]
  leaves: readonly Leaf[]
  current: string | null
  onChoose: (leaf: Leaf) => void
}

/** One of two levels: the groups as chips, and what is in the chosen one below. */
export function ChoiceTree<Leaf extends Choice>(props: ChoiceTreeProps<Leaf>) {
  const { label, groups, leaves, current, onChoose } = props
  const [chosen, setChosen] = useState<string | null>(null)
  const group = chosen ?? leaves.find(({ id }) => id === current)?.parentId ?? groups[0]?.id ?? ''
  return (
    <View className={styles.tree}>
      <Chips
        single
        label={label}
        options={groups.map(({ id, name }) => ({ value: id, words: name }))}
        chosen={[group]}
        onToggle={setChosen}
      />
      <View className={styles.leaves}>
        {leaves
          .filter(({ parentId }) => parentId === group)
          .map((leaf) => (
            <Press key={leaf.id} className={styles.leaf} onPress={() => onChoose(leaf)}>
              <View>{leaf.name}</View>
              {leaf.id === current && <Icon name="check" />}
            </Press>
          ))}
      </View>
    </View>
  )
}
