import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { pickOnMap } from '@/platform/location'
import { scanCode } from '@/platform/scan'
import type { Place } from '@/stores/place'
import { Button, Field, Sheet } from '@/ui'
import { words } from '@/words'
import { placeWords } from '@/words-filing'
import { Communities } from './communities'
import { isPlace, locatePlace, placeIn, placeOnMap } from './locate-place'
import { placeByScan } from './place-by-scan'
import { type Problem, RefusedNotice } from './refused-notice'
import styles from './place-sheet.module.scss'

interface PlaceSheetProps {
  open: boolean
  place: Place | null
  onClose: () => void
  onChoose: (place: Place) => void
}

/** Where it is: by the phone, on the map, or from the list of communities. */
export function PlaceSheet({ open, place, onClose, onChoose }: PlaceSheetProps) {
  return (
    <Sheet open={open} title={placeWords.title} closeLabel={words.close} onClose={onClose}>
      <Choice place={place} onChoose={onChoose} />
    </Sheet>
  )
}

function Choice({ place, onChoose }: Pick<PlaceSheetProps, 'place' | 'onChoose'>) {
  const address = useRef(place?.address ?? '')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const choose = (chosen: Place) => onChoose({ ...chosen, address: address.current.trim() || chosen.address })

  const find = async (way: typeof locatePlace) => {
    setBusy(true)
    const found = await way()
    setBusy(false)
    if (isPlace(found)) choose(found)
    else setProblem(found)
  }

  return (
    <>
      <RefusedNotice problem={problem} />
      <Field
        label={placeWords.detail}
        placeholder={placeWords.detailHint}
        maxLength={60}
        initial={address.current}
        onText={(text) => (address.current = text)}
      />
      <View className={styles.ways}>
        <Button look="soft" icon="locate" busy={busy && '…'} onPress={() => void find(locatePlace)}>
          {placeWords.here}
        </Button>
        {scanCode && (
          <Button look="soft" icon="scan" disabled={busy} onPress={() => void find(placeByScan)}>
            {placeWords.scan}
          </Button>
        )}
        {pickOnMap && (
          <Button look="soft" icon="pin" disabled={busy} onPress={() => void find(placeOnMap)}>
            {placeWords.map}
          </Button>
        )}
      </View>
      <Communities
        current={place?.areaId ?? null}
        onChoose={(area) => choose({ ...placeIn(area), from: 'chosen' })}
      />
    </>
  )
}
