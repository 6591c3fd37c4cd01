import { pickOnMap, whereAmI } from '@/platform/location'
import type { Point } from '@/platform/point'
import type { Refused } from '@/platform/refused'
import type { AreaView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { locate } from '@/services/reference'
import type { Place } from '@/stores/place'
import { wordsOfError } from '@/words-errors'
import { placeWords } from '@/words-filing'
import type { Problem } from './refused-notice'

export const placeIn = ({ id, name, latitude, longitude }: AreaView): Omit<Place, 'from'> => ({
  areaId: id,
  areaName: name,
  middle: { latitude, longitude },
  point: null,
  address: null,
})

export const isPlace = (found: Place | Problem | null): found is Place => found !== null && 'areaId' in found

async function placeAt(point: Point, address: string | null, from: Place['from']): Promise<Place | Problem> {
  try {
    const area = await locate(point.latitude, point.longitude)
    return area ? { ...placeIn(area), point, address, from } : { words: placeWords.outside }
  } catch (thrown) {
    return { words: wordsOfError(asApiError(thrown)) }
  }
}

/** Nothing to say to somebody who went back. */
const problemOf = (why: Refused): Problem | null =>
  why === 'cancelled' ? null : { words: placeWords.refused[why], why }

/** The place where the phone is; or why not, and what else to do. */
export async function locatePlace(): Promise<Place | Problem | null> {
  const point = await whereAmI()
  return typeof point === 'string' ? problemOf(point) : placeAt(point, null, 'located')
}

/** The place chosen on the map; null when the person went back. */
export async function placeOnMap(): Promise<Place | Problem | null> {
  const chosen = (await pickOnMap?.()) ?? 'cancelled'
  if (typeof chosen === 'string') return problemOf(chosen)
  const { latitude, longitude, address } = chosen
  return placeAt({ latitude, longitude }, address, 'chosen')
}
