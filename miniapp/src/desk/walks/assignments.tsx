import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import styles from '@/desk/parts/desk.module.scss'
import { usePages } from '@/hooks/use-pages'
import { Listing } from '@/parts/listing'
import { assignments } from '@/services/walks'
import { Blank, Button } from '@/ui'
import { assignWords } from '@/words-walks'
import { AssignForm } from './assign-form'
import { AssignmentCard } from './assignment-card'

/** What was asked of grid workers, the newest first, and something new. */
export function Assignments() {
  const list = usePages('assignments', assignments)
  const [isAdding, setAdding] = useState(false)
  useReachBottom(list.more)
  const done = () => {
    setAdding(false)
    list.reload()
  }
  return (
    <View className={styles.list}>
      {isAdding ? (
        <AssignForm onDone={done} onCancel={() => setAdding(false)} />
      ) : (
        <Button onPress={() => setAdding(true)}>{assignWords.add}</Button>
      )}
      <Listing
        pages={list}
        className={styles.list}
        empty={
          <Blank icon="empty" title={assignWords.emptyTitle}>
            {assignWords.empty}
          </Blank>
        }
      >
        {(one) => <AssignmentCard key={one.id} summary={one} onRevoked={list.reload} />}
      </Listing>
    </View>
  )
}
