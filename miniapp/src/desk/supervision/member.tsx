import { View } from '@tarojs/components'
import { needStateWords } from '@minsheng/shared'
import desk from '@/desk/parts/desk.module.scss'
import type { NeedGroupView } from '@/services/api'
import { Tag } from '@/ui'
import styles from './pattern-card.module.scss'

interface MemberProps {
  need: NeedGroupView['members'][number]
  mark?: string | false
}

/** One need among others. */
export function Member({ need, mark }: MemberProps) {
  return (
    <View className={styles.member}>
      <View className={styles.what}>
        <View>{need.title}</View>
        <View className={desk.fine}>{need.receiptNo}</View>
      </View>
      {mark ? <Tag>{mark}</Tag> : <View className={styles.state}>{needStateWords[need.state]}</View>}
    </View>
  )
}
