import Taro from '@tarojs/taro'
import type { Point } from './point'

/**
 * Where the person is, GCJ-02, to within a few hundred metres: enough for the community, and WeChat grants it
 * where it refuses the exact place. Null when it is not given.
 */
export const whereAmI = (): Promise<Point | null> =>
  Taro.getFuzzyLocation({ type: 'gcj02' })
    .then(({ latitude, longitude }) => ({ latitude, longitude }))
    .catch(() => null)

/** WeChat's map with a pin; null when the person goes back. */
export const pickOnMap: (() => Promise<(Point & { address: string }) | null>) | null = () =>
  Taro.chooseLocation({})
    .then(({ latitude, longitude, name, address }) => ({ latitude, longitude, address: name || address }))
    .catch(() => null)
