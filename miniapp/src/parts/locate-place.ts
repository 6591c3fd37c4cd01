import { pickOnMap, whereAmI } from '@/platform/location'
import type { Point } from '@/platform/point'
import type { AreaView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { locate } from '@/services/reference'
import type { Place } from '@/stores/place'
import { placeWords, wordsOfError } from '@/words'

export const placeIn = ({ id, name, latitude, longitude }: AreaView): Omit<Place, 'from'> => ({
  areaId: id,
  areaName: name,
  middle: { latitude, longitude },
  point: null,
  address: null,
})

async function placeAt(point: Point, address: string | null, from: Place['from']): Promise<Place | string> {
  try {
    const area = await locate(point.latitude, point.longitude)
    return area ? { ...placeIn(area), point, address, from } : placeWords.outside
  } catch (thrown) {
    return wordsOfError(asApiError(thrown))
  }
}

/** The place where the phone is, or words that say why not. */
export async function locatePlace(): Promise<Place | string | null> {
  const point = await whereAmI()
  return point ? placeAt(point, null, 'located') : placeWords.denied
}

/** The place chosen on the map, words that say why not, or null when the person went back. */
export async function placeOnMap(): Promise<Place | string | null> {
  const chosen = await pickOnMap?.()
  return chosen
    ? placeAt({ latitude: chosen.latitude, longitude: chosen.longitude }, chosen.address, 'chosen')
    : null
}
