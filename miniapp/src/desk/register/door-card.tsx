import { View } from '@tarojs/components'
import { formatDay, shanghaiDate } from '@minsheng/shared'
import desk from '@/desk/parts/desk.module.scss'
import { go } from '@/routes'
import type { DoorView } from '@/services/api'
import { Card, Icon, Press } from '@/ui'
import { registerWords } from '@/words-register'
import styles from './register.module.scss'

const dayOf = (moment: string) => formatDay(shanghaiDate(new Date(moment)), new Date())

/** "3 号楼 2 单元 501" */
export const addressOf = ({ building, unit, room }: Pick<DoorView, 'building' | 'unit' | 'room'>): string =>
  [building, unit, room].filter(Boolean).join(' ')

/** A door, its grid, and when somebody was met there last. */
export function DoorCard({ door }: { door: DoorView }) {
  const { id, gridName, lastMetAt, unvisitedSince } = door
  return (
    <Card>
      <Press role="link" className={styles.door} onPress={() => void go.registered(id)}>
        <View className={desk.main}>
          <View className={desk.name}>{addressOf(door)}</View>
          <View className={desk.small}>
            {[
              gridName,
              lastMetAt ? registerWords.met(dayOf(lastMetAt)) : registerWords.neverMet(dayOf(unvisitedSince)),
            ].join(' · ')}
          </View>
        </View>
        <Icon name="next" />
      </Press>
    </Card>
  )
}
