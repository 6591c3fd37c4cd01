import Taro from '@tarojs/taro'
import { ApiError } from '@/services/api-error'
import { signInByWechat } from '@/services/sessions'
import { keepSession } from '@/stores/session'

/** WeChat knows who it is. True when signed in; throws `offline` without signal. */
export async function signInSilently(): Promise<boolean> {
  const { code } = await Taro.login().catch(() => {
    throw new ApiError(0)
  })
  keepSession('resident', await signInByWechat(code))
  return true
}
