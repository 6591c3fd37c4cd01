import Taro from '@tarojs/taro'
import { refusedBy, type Refused } from './refused'
import type { NamedPoint, Point } from './point'

/**
 * Where the person is, GCJ-02, to within a few hundred metres: enough for the community, and WeChat grants it
 * where it refuses the exact place. Or why it is not given.
 */
export const whereAmI = (): Promise<Point | Refused> =>
  Taro.getFuzzyLocation({ type: 'gcj02' })
    .then(({ latitude, longitude }) => ({ latitude, longitude }))
    .catch(refusedBy)

/** WeChat's map with a pin; why not, when there is none. */
export const pickOnMap: (() => Promise<(Point & { address: string }) | Refused>) | null = () =>
  Taro.chooseLocation({})
    .then(({ latitude, longitude, name, address }) => ({ latitude, longitude, address: name || address }))
    .catch(refusedBy)

/** Shows a place on WeChat's map, from where one finds the way; why not, when it does not open. */
export const showOnMap: ((place: NamedPoint) => Promise<Refused | null>) | null = (place) =>
  Taro.openLocation(place).then(() => null, refusedBy)
