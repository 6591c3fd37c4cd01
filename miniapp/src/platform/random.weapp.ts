import Taro from '@tarojs/taro'

/** Bytes that nobody can guess. */
export const randomBytes = (length: number): Promise<Uint8Array> =>
  Taro.getRandomValues({ length }).then(({ randomValues }) => new Uint8Array(randomValues))
