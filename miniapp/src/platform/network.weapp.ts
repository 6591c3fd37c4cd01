import Taro from '@tarojs/taro'

/** Calls back each time when the phone has signal again. */
export const onSignal = (callback: () => void) =>
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) callback()
  })

export const isOnline = () =>
  Taro.getNetworkType()
    .then(({ networkType }) => networkType !== 'none')
    .catch(() => true)
