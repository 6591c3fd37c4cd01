import { Image, Text, View } from '@tarojs/components'
import { DAY } from '@minsheng/shared'
import type { LookalikeView } from '@/services/api'
import { absolute } from '@/services/http'
import { Button, Card, Tag } from '@/ui'
import { lookalikeWords } from '@/words-filing'
import styles from './lookalike-card.module.scss'

interface LookalikeCardProps {
  item: LookalikeView
  busy: boolean
  onJoin: () => void
  onOther: () => void
}

/** A neighbour's need: what, where, how it stands; enough to say whether it is the same. */
export function LookalikeCard({ item, busy, onJoin, onOther }: LookalikeCardProps) {
  const { categoryName, words, areaName, metres, state, departmentName, persons, submittedAt } = item
  const days = Math.floor((Date.now() - Date.parse(submittedAt)) / DAY)
  const said = words.filter((word) => word !== categoryName)
  const facts = [
    areaName,
    metres !== null && lookalikeWords.metres(metres),
    lookalikeWords.days(days),
    lookalikeWords.persons(persons),
    departmentName,
  ]
  return (
    <Card>
      <View className={styles.row}>
        <Photo item={item} />
        <View className={styles.about}>
          <View className={styles.head}>
            <View className={styles.what}>{categoryName}</View>
            <Tag>{lookalikeWords.states[state]}</Tag>
          </View>
          {said.length > 0 && <View>{said.join('、')}</View>}
          <View className={styles.facts}>{facts.map((fact) => fact && <Text key={fact}>{fact}</Text>)}</View>
        </View>
      </View>
      <View className={styles.acts}>
        <Button look="soft" className={styles.act} disabled={busy} onPress={onJoin}>
          {lookalikeWords.join}
        </Button>
        <Button look="line" className={styles.act} onPress={onOther}>
          {lookalikeWords.other}
        </Button>
      </View>
    </Card>
  )
}

function Photo({ item: { photo, categoryName } }: { item: LookalikeView }) {
  if (!photo) return null
  return (
    <Image
      className={styles.photo}
      src={absolute(photo.thumbnailUrl ?? photo.url)}
      mode="aspectFill"
      lazyLoad
      nativeProps={{ alt: lookalikeWords.photo(categoryName) }}
    />
  )
}
