import { Image, Text, View } from '@tarojs/components'
import { ratingLevelWords } from '@minsheng/shared'
import { showMedia } from '@/platform/play'
import type { SolvedView } from '@/services/api'
import { absolute } from '@/services/http'
import { Card, cx, Press } from '@/ui'
import { aroundWords } from '@/words-public'
import styles from './solved-card.module.scss'

/** Something that was solved near by: what, where, how fast, how it was judged; whole, also what was done. */
export function SolvedCard({ solved, isWhole }: { solved: SolvedView; isWhole?: boolean }) {
  const { categoryName, areaName, departmentName, level, text } = solved
  return (
    <Card>
      <View className={styles.row}>
        <Photo solved={solved} />
        <View className={styles.words}>
          <View className={styles.what}>{categoryName}</View>
          <View className={styles.dim}>{areaName}</View>
          <View className={cx(styles.dim, styles.facts)}>
            <Text>{aroundWords.took(solved.daysTaken)}</Text>
            <Text>{aroundWords.face(ratingLevelWords[level])}</Text>
          </View>
        </View>
      </View>
      {isWhole && (
        <>
          <View className={styles.text}>{text}</View>
          <View className={cx(styles.dim, styles.by)}>{aroundWords.by(departmentName)}</View>
        </>
      )}
    </Card>
  )
}

function Photo({ solved: { photos, categoryName } }: { solved: SolvedView }) {
  const [first] = photos
  if (!first) return null
  const all = photos.map(({ url }) => absolute(url))
  return (
    <Press
      className={styles.photo}
      label={aroundWords.photo(categoryName)}
      onPress={() => showMedia(all, absolute(first.url))}
    >
      <Image
        className={styles.image}
        src={absolute(first.thumbnailUrl ?? first.url)}
        mode="aspectFill"
        lazyLoad
        nativeProps={{ alt: '' }}
      />
    </Press>
  )
}
