import { useState } from 'react'
import { View } from '@tarojs/components'
import { usePages } from '@/hooks/use-pages'
import { Listing } from '@/parts/listing'
import { SolvedCard } from '@/parts/solved-card'
import { go } from '@/routes'
import { solvedNear } from '@/services/disclosure'
import { useDraft } from '@/stores/draft'
import { useReference } from '@/stores/reference'
import { Blank, Chips } from '@/ui'
import { aroundWords } from '@/words-public'
import styles from './solved-list.module.scss'

const DISTRICT = 'district'

/** Where one can look: the own community and street, when the phone knows them, and the whole district. */
function useNearby() {
  const place = useDraft((draft) => draft.place)
  const community = useReference(({ communities }) => communities?.find(({ id }) => id === place?.areaId))
  const own = community && [
    { value: community.id, words: community.name },
    ...(community.parentId
      ? [{ value: community.parentId, words: community.streetName ?? aroundWords.street }]
      : []),
  ]
  return [...(own ?? []), { value: DISTRICT, words: aroundWords.district }]
}

/** What was solved this week, the nearest first to be seen. */
export function SolvedList() {
  const nearby = useNearby()
  const [chosen, setChosen] = useState<string | null>(null)
  const area = chosen ?? nearby[0]?.value ?? DISTRICT
  const list = usePages(`solved ${area}`, (cursor) => solvedNear(area === DISTRICT ? null : area, cursor))
  return (
    <>
      {nearby.length > 1 && (
        <Chips single label={aroundWords.areas} options={nearby} chosen={[area]} onToggle={setChosen} />
      )}
      <View className={styles.week}>{aroundWords.week}</View>
      <Listing
        inColumns
        pages={list}
        empty={
          <Blank
            icon="empty"
            title={aroundWords.emptyTitle}
            step={
              area === DISTRICT
                ? { words: aroundWords.file, onPress: () => void go.home() }
                : { words: aroundWords.wider, onPress: () => setChosen(DISTRICT) }
            }
          >
            {area === DISTRICT ? aroundWords.emptyDistrict : aroundWords.emptyNear}
          </Blank>
        }
      >
        {(item) => <SolvedCard key={item.id} solved={item} isWhole />}
      </Listing>
    </>
  )
}
