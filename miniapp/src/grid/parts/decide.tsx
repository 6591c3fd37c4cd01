import { View } from '@tarojs/components'
import type { HouseholdAddBody, HouseholdChangeBody, HouseholdView } from '@/services/api'
import { Button, Notice } from '@/ui'
import { syncWords } from '@/words-grid'
import { joined } from '../store/doors'
import { adopt, correct, discard } from '../store/grid'
import type { ListedOperation } from '../store/operation'
import { upon } from '../store/residents'
import styles from './grid.module.scss'
import { Versions } from './versions'

/** Both versions side by side; nothing is overwritten before a person has chosen. */
export function Decide({ operation }: { operation: ListedOperation }) {
  const theirs = operation.current as HouseholdView | null
  if (!theirs) return null
  const isDoor = operation.kind === 'household.add'
  return (
    <>
      <View className={styles.gap} />
      <Notice tone="amber">{isDoor ? syncWords.known : syncWords.conflict}</Notice>
      <Versions mine={operation.body} theirs={theirs} />
      <View className={styles.pair}>
        <Button look="line" onPress={() => void keepMine(operation, theirs)}>
          {isDoor ? syncWords.join : syncWords.keepMine}
        </Button>
        <Button look="line" onPress={() => void keepTheirs(operation, theirs)}>
          {syncWords.keepTheirs}
        </Button>
      </View>
    </>
  )
}

/** A door that was known has nothing to overwrite: what I wrote is added to it. */
function keepMine({ id, kind, body }: ListedOperation, theirs: HouseholdView): Promise<void> {
  const baseVersion = theirs.version
  if (kind === 'household.add') {
    const change = joined(body as HouseholdAddBody, theirs)
    return correct(id, { kind: 'household.change', body: change, baseVersion })
  }
  return correct(id, { body: upon(body as HouseholdChangeBody, theirs.residents), baseVersion })
}

function keepTheirs({ id, kind }: ListedOperation, theirs: HouseholdView): Promise<void> {
  return kind === 'household.add' ? adopt(id, { id: theirs.id, version: theirs.version }) : discard(id)
}
