import type { Point } from '@/platform/point'
import type { NewNeed } from '@/services/api'

/** Where a need is: the community, and more exactly when the phone or the person said so. */
export interface Place {
  areaId: string
  areaName: string
  /** The middle of the community. */
  middle: Point
  point: Point | null
  address: string | null
  /** How it came here: by the phone, by hand, or left from the last time. */
  from: 'located' | 'chosen' | 'last'
}

export const placeText = ({ areaName, address }: Place) => (address ? `${areaName} · ${address}` : areaName)

/** As the server is told. An address alone stands at the middle of its community: it wants a point with every address. */
export const bodyOfPlace = ({
  areaId,
  point,
  address,
  middle,
}: Place): Pick<NewNeed, 'areaId' | 'place'> => ({
  areaId,
  ...((point || address) && { place: { ...(point ?? middle), ...(address && { address }) } }),
})
