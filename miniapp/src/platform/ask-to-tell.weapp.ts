import Taro from '@tarojs/taro'
import { acceptedOf, type Asked, askedBy } from './subscribe'

/** More at once are refused with 20003. */
const MOST = 5

/** Asks the person whether these messages may be sent, once each. Only from a tap: with nothing awaited before it. */
export const askToTell: ((templateIds: string[]) => Promise<Asked>) | null = (templateIds) => {
  const tmplIds = templateIds.slice(0, MOST)
  // `entityIds` belongs to another platform; the types ask for it.
  return Taro.requestSubscribeMessage({ tmplIds } as Parameters<typeof Taro.requestSubscribeMessage>[0])
    .then((answers) => acceptedOf(tmplIds, answers as Readonly<Record<string, unknown>>))
    .catch((thrown: unknown) => askedBy((thrown ?? {}) as { errCode?: number }))
}
