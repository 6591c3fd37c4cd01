import { useState } from 'react'
import { View } from '@tarojs/components'
import desk from '@/desk/parts/desk.module.scss'
import type { CoverageRow } from '@/services/api'
import { a11y, Button, Card, Press, Track } from '@/ui'
import { walkWords } from '@/words-walks'
import { VisitMap } from './visit-map'
import styles from './walks.module.scss'

interface CoverageCardProps {
  row: CoverageRow
  /** To its parts. */
  onOpen?: () => void
  /** To the households of a grid. */
  onDoors?: () => void
  /** Of a grid: the month in which it can be seen where it was walked, "2026-11". */
  mapMonth?: string
}

/** Of an area: how many households were met, and who was not for long. */
export function CoverageCard({ row, onOpen, onDoors, mapMonth }: CoverageCardProps) {
  const [isMapOpen, setMapOpen] = useState(false)
  const { name, households, visited, visits, unmet, unvisited60, unvisited90 } = row
  const walked = walkWords.walked(visited, households)
  const facts: [words: string, count: number][] = [
    [walkWords.visits, visits],
    [walkWords.unmet, unmet],
    [walkWords.unvisited60, unvisited60],
    [walkWords.unvisited90, unvisited90],
  ]
  return (
    <Card>
      <View className={desk.head}>
        {onOpen && households > 0 ? (
          <Press role="link" className={styles.link} onPress={onOpen}>
            {name}
          </Press>
        ) : (
          <View className={desk.name} {...a11y('heading')}>
            {name}
          </View>
        )}
        <View className={styles.share}>
          {households > 0 ? `${Math.floor((visited / households) * 100)}%` : '—'}
        </View>
      </View>
      {households === 0 ? (
        <View className={desk.small}>{walkWords.emptyTitle}</View>
      ) : (
        <>
          <View className={styles.track}>
            <Track share={visited / households} label={`${walkWords.share} ${walked}`} />
          </View>
          <View className={desk.small}>{walked}</View>
          <View className={styles.facts}>
            {facts.map(([words, count]) => (
              <View key={words}>
                <View className={styles.count}>{count}</View>
                <View className={desk.small}>{words}</View>
              </View>
            ))}
          </View>
        </>
      )}
      {(onDoors ?? mapMonth) && (
        <View className={desk.acts}>
          {onDoors && (
            <Button look="soft" onPress={onDoors}>
              {walkWords.doors}
            </Button>
          )}
          {mapMonth && households > 0 && (
            <Button look="soft" onPress={() => setMapOpen(!isMapOpen)}>
              {isMapOpen ? walkWords.mapHide : walkWords.map}
            </Button>
          )}
        </View>
      )}
      {mapMonth && isMapOpen && <VisitMap gridId={row.areaId} month={mapMonth} />}
    </Card>
  )
}
