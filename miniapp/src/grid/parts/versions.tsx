import { View } from '@tarojs/components'
import { careMarkWords, type CareMark } from '@minsheng/shared'
import type { HouseholdChangeBody, HouseholdView } from '@/services/api'
import { syncWords } from '@/words-grid'
import styles from './grid.module.scss'

interface Version {
  title: string
  marks: readonly CareMark[]
  note: string | null
}

/** What I wrote beside what the server has. What I left as it was stands on both sides. */
export function Versions({ mine, theirs }: { mine: HouseholdChangeBody; theirs: HouseholdView }) {
  const { marks = theirs.marks, note = theirs.note } = mine
  return (
    <View className={styles.sides}>
      <Side title={syncWords.mine} marks={marks} note={note} />
      <Side title={syncWords.theirs} marks={theirs.marks} note={theirs.note} />
    </View>
  )
}

function Side({ title, marks, note }: Version) {
  const words = marks.map((mark) => careMarkWords[mark]).join('、')
  return (
    <View className={styles.side}>
      <View className={styles.sideTitle}>{title}</View>
      <View>
        {syncWords.marks}：{words || syncWords.nothing}
      </View>
      <View>
        {syncWords.note}：{note ?? syncWords.nothing}
      </View>
    </View>
  )
}
