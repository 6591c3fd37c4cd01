import Taro from '@tarojs/taro'
import { words } from '@/words'

/** Asks before something that cannot be undone. */
export const ask = (question: string): Promise<boolean> =>
  Taro.showModal({ content: question, confirmText: words.confirm, cancelText: words.cancel }).then(
    ({ confirm }) => confirm,
  )
