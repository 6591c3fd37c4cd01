import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import desk from '@/desk/parts/desk.module.scss'
import { Lines } from '@/parts/lines'
import type { RepeatedNeedView } from '@/services/api'
import { a11y, Card, Tag } from '@/ui'
import { patternWords } from '@/words-supervision'
import { Member } from './member'
import styles from './pattern-card.module.scss'

/** One person, one matter, again and again. Who it is, is not said: the matter is what has to be seen. */
export function RepeatedCard({ row }: { row: RepeatedNeedView }) {
  return (
    <Card>
      <View className={desk.head}>
        <View className={styles.title} {...a11y('heading')}>
          {row.categoryName}
        </View>
        <Tag tone="amber">{patternWords.times(row.times)}</Tag>
      </View>
      <View className={desk.fine}>{row.areaName}</View>
      {row.last && (
        <View className={styles.members}>
          <Member need={row.last} />
        </View>
      )}
      <Lines
        lines={[
          [patternWords.last, formatMoment(new Date(row.lastAt), new Date())],
          [patternWords.department, row.department?.name],
        ]}
      />
    </Card>
  )
}
