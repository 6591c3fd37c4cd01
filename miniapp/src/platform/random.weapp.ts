import Taro from '@tarojs/taro'

/** Bytes that nobody can guess. With callbacks: Taro does not know it, so nobody else makes a promise of it. */
export const randomBytes = (length: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    void Taro.getRandomValues({
      length,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
