import { View } from '@tarojs/components'
import { showOnMap } from '@/platform/location'
import { Lines } from '@/parts/lines'
import { LinkLine } from '@/parts/link-line'
import { tell } from '@/platform/tell'
import type { WorkOrderView } from '@/services/api'
import { orderWords } from '@/words-desk'
import styles from './order-detail.module.scss'

/** Where the matter is; with a point, and on a phone that has a map, one tap from the way there. */
export function Whereabouts({ order }: { order: WorkOrderView }) {
  const { areaName, address, place, title } = order
  const where = [areaName, address].filter(Boolean).join(' ')
  const show = async () => {
    const refused = place && showOnMap && (await showOnMap({ ...place, name: title, address: where }))
    if (refused && refused !== 'cancelled') tell(orderWords.mapClosed)
  }
  return (
    <>
      <View className={styles.gap}>
        <Lines lines={[[orderWords.place, where]]} />
      </View>
      {place && showOnMap && (
        <LinkLine inCard icon="pin" words={orderWords.map} onPress={() => void show()} />
      )}
    </>
  )
}
