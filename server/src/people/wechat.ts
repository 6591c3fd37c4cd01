import { HttpStatus, Inject, Injectable, Logger } from '@nestjs/common'
import type { Config } from '../platform/config.js'
import { CONFIG } from '../platform/platform.module.js'
import { forbidden, Problem, tooMany, unauthorized } from '../platform/problem.js'

const TIMEOUT = 5_000
const BUSY = -1

/** What jscode2session may answer. `session_key` is not named here, so that nobody uses it. */
interface Answer {
  openid?: string
  errcode?: number
}

const unavailable = () =>
  new Problem(HttpStatus.SERVICE_UNAVAILABLE, 'wechat_unavailable', '微信登录暂时繁忙，请一分钟后再试')

/** Documented refusals by errcode; any other one is a trouble of ours or of WeChat's. */
const refusals: Readonly<Record<number, () => Problem>> = {
  40029: () => unauthorized('wechat_code_invalid', '微信登录凭证已失效，请重新登录'),
  45011: () => tooMany(60),
  40226: () => forbidden('wechat_user_blocked', '微信提示该账号有风险，暂不能登录，可改用手机号登录'),
}

/** The few calls that we make to WeChat's servers. */
@Injectable()
export class WeChat {
  private readonly logger = new Logger('wechat')

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'weChat'>) {}

  /**
   * Trades the code of `wx.login` for the account's openid. The session key that comes along is dropped: it
   * may neither leave the server nor is it needed.
   * @throws Problem 401 `wechat_code_invalid`, 403 `wechat_user_blocked`, 429, 503 `wechat_unavailable`
   */
  async openIdOf(code: string): Promise<string> {
    const first = await this.ask(code)
    const { openid, errcode = 0 } = first.errcode === BUSY ? await this.ask(code) : first
    if (openid) return openid
    const refusal = refusals[errcode]
    if (refusal) throw refusal()
    this.logger.error({ message: 'jscode2session failed', errcode })
    throw unavailable()
  }

  private async ask(code: string): Promise<Answer> {
    const { appId, appSecret, baseUrl } = this.config.weChat
    if (!baseUrl) throw unavailable()
    const url = new URL('/sns/jscode2session', baseUrl)
    const query = { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' }
    url.search = new URLSearchParams(query).toString()
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) })
      return (await response.json()) as Answer
    } catch (error) {
      // The address holds the secret, so only the error's name goes into the log.
      this.logger.error({ message: 'WeChat cannot be reached', error: error instanceof Error && error.name })
      throw unavailable()
    }
  }
}
