import Taro from '@tarojs/taro'
import { usePrivacy } from '@/stores/privacy'

const nameOfContract = () =>
  new Promise<string | null>((resolve) => {
    Taro.getPrivacySetting({
      success: ({ privacyContractName }) => resolve(privacyContractName),
      fail: () => resolve(null),
    })
  })

/**
 * From now on WeChat asks us to show the privacy notice at the moment when something private is used for the first
 * time. Before 2.32.3 there is no such question, and WeChat shows its own.
 */
export function listenForPrivacy() {
  if (!Taro.canIUse('onNeedPrivacyAuthorization')) return
  Taro.onNeedPrivacyAuthorization((resolve) => {
    usePrivacy.setState(({ waiting }) => ({ waiting: [...waiting, resolve] }))
    resolve({ event: 'exposureAuthorization' })
    void nameOfContract().then((name) => name && usePrivacy.setState({ contract: name }))
  })
}

export const openPrivacyContract = () => Taro.openPrivacyContract({})
