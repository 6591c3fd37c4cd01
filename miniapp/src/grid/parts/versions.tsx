import { View } from '@tarojs/components'
import { careMarkWords, type CareMark } from '@minsheng/shared'
import type { HouseholdChangeBody, HouseholdView } from '@/services/api'
import { syncWords } from '@/words-grid'
import { asWritten, type OwnResident } from '../store/residents'
import styles from './grid.module.scss'

interface Version {
  title: string
  marks: readonly CareMark[]
  note: string | null
  residents: readonly OwnResident[]
}

interface VersionsProps {
  mine: Pick<HouseholdChangeBody, 'marks' | 'note' | 'residents'>
  theirs: HouseholdView
}

/** What I wrote beside what the server has. What I left as it was stands on both sides. */
export function Versions({ mine, theirs }: VersionsProps) {
  const { marks = theirs.marks, note = theirs.note } = mine
  const residents = mine.residents ? asWritten(mine.residents, theirs.residents) : theirs.residents
  return (
    <View className={styles.sides}>
      <Side title={syncWords.mine} marks={marks} note={note} residents={residents} />
      <Side title={syncWords.theirs} {...theirs} />
    </View>
  )
}

const nameOf = ({ name, relation, phoneMasked }: OwnResident) =>
  [name, relation && `（${relation}）`, phoneMasked && ` ${phoneMasked}`].filter(Boolean).join('')

function Side({ title, marks, note, residents }: Version) {
  const words = marks.map((mark) => careMarkWords[mark]).join('、')
  return (
    <View className={styles.side}>
      <View className={styles.sideTitle}>{title}</View>
      <View className={styles.version}>
        {syncWords.marks}：{words || syncWords.nothing}
      </View>
      <View className={styles.version}>
        {syncWords.note}：{note ?? syncWords.nothing}
      </View>
      <View className={styles.version}>
        {syncWords.residents}：{residents.map(nameOf).join('、') || syncWords.nothing}
      </View>
    </View>
  )
}
