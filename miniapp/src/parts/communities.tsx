import { useEffect, useMemo, useState } from 'react'
import { View } from '@tarojs/components'
import type { AreaView } from '@/services/api'
import { needReference, useReference } from '@/stores/reference'
import { Field, Icon, Press, Skeleton } from '@/ui'
import { words } from '@/words'
import { placeWords } from '@/words-filing'
import styles from './communities.module.scss'

/** The communities of the district by street, with a filter. */
export function Communities({
  current,
  onChoose,
}: {
  current: string | null
  onChoose: (area: AreaView) => void
}) {
  useEffect(() => needReference('communities'), [])
  const communities = useReference((reference) => reference.communities)
  const [filter, setFilter] = useState('')
  const streets = useMemo(() => byStreet(communities ?? [], filter.trim()), [communities, filter])
  if (!communities) return <Skeleton label={words.loading} cards={2} />
  return (
    <>
      <Field label={placeWords.filter} placeholder={placeWords.filterHint} onText={setFilter} />
      {!streets.length && <View className={styles.none}>{placeWords.none}</View>}
      {streets.map(([street, areas]) => (
        <View key={street}>
          <View className={styles.street}>{street}</View>
          <View className={styles.communities}>
            {areas.map((area) => (
              <Press key={area.id} className={styles.community} onPress={() => onChoose(area)}>
                <View>{area.name}</View>
                {area.id === current && <Icon name="check" />}
              </Press>
            ))}
          </View>
        </View>
      ))}
    </>
  )
}

function byStreet(communities: AreaView[], filter: string): [string, AreaView[]][] {
  const streets = new Map<string, AreaView[]>()
  for (const area of communities) {
    const street = area.streetName ?? ''
    if (filter && !area.name.includes(filter) && !street.includes(filter)) continue
    streets.set(street, [...(streets.get(street) ?? []), area])
  }
  return [...streets]
}
