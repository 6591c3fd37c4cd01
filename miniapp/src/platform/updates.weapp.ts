import Taro from '@tarojs/taro'
import { ask } from '@/platform/ask'
import { updateWords } from '@/words'

/** A new version that WeChat has fetched is used at once when the person likes, else at the next start. */
export function listenForUpdates() {
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(() => {
    void ask(updateWords.ready).then((yes) => yes && manager.applyUpdate())
  })
}
