import { HttpStatus, Inject, Injectable, Logger } from '@nestjs/common'
import type { Config } from '../platform/config.js'
import { CONFIG } from '../platform/platform.module.js'
import { forbidden, Problem, tooMany, unauthorized, unprocessable } from '../platform/problem.js'
import { isScene } from './scene.js'
import { WeChatRefusal, WeChatUnreachable } from './wechat-errors.js'
import { WeChatHttp } from './wechat-http.js'
import { WeChatTokens } from './wechat-tokens.js'

/** What content safety says. */
export const suggestions = ['pass', 'review', 'risky'] as const
export type Suggestion = (typeof suggestions)[number]

export interface ContentVerdict {
  suggest: Suggestion
  /** WeChat's label: 100 is normal, 10001 advertising, 20001 politics, 20002 obscenity … */
  label: number | null
}

export interface SubscribeMessage {
  openId: string
  templateId: string
  /** Page of the mini-program with its query, without a leading slash. */
  page: string
  data: Readonly<Record<string, string>>
}

/** `scene` of content safety: 1 profile, 2 comment, 3 forum, 4 social log. A need is nearest to a comment. */
const COMMENT = 2
const IMAGE = 2
/** Longest text that one check takes. */
const TEXT_LIMIT = 2_500
const BUSY = -1

const unavailable = () =>
  new Problem(HttpStatus.SERVICE_UNAVAILABLE, 'wechat_unavailable', '微信登录暂时繁忙，请一分钟后再试')

/** Words for the person who is waiting, by errcode; any other one is a trouble of ours or of WeChat's. */
const signInProblems: Readonly<Record<number, () => Problem>> = {
  40029: () => unauthorized('wechat_code_invalid', '微信登录凭证已失效，请重新登录'),
  45011: () => tooMany(60),
  40226: () => forbidden('wechat_user_blocked', '微信提示该账号有风险，暂不能登录，可改用手机号登录'),
}
const phoneProblems: Readonly<Record<number, () => Problem>> = {
  40029: () => unprocessable('wechat_code_invalid', '手机号授权已失效，请再点一次，或改用短信验证码'),
  45009: () => tooMany(60),
  45011: () => tooMany(60),
}

/** The calls that we make to WeChat's servers. Each throws WeChatRefusal or WeChatUnreachable unless it says otherwise. */
@Injectable()
export class WeChat {
  private readonly logger = new Logger('wechat')

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'weChat' | 'isProduction'>,
    private readonly http: WeChatHttp,
    private readonly tokens: WeChatTokens,
  ) {}

  /**
   * Trades the code of `wx.login` for the account's openid. The session key that comes along is dropped: it
   * may neither leave the server nor is it needed.
   * @throws Problem 401 `wechat_code_invalid`, 403 `wechat_user_blocked`, 429, 503 `wechat_unavailable`
   */
  async openIdOf(code: string): Promise<string> {
    const { appId, appSecret } = this.config.weChat
    const query = { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' }
    const ask = () => this.http.json<{ openid: string }>('/sns/jscode2session', { query })
    return this.forPerson(signInProblems, async () => (await twiceWhenBusy(ask)).openid)
  }

  /**
   * Trades the code of a `getPhoneNumber` button for the phone number, of mainland China, without country code.
   * @throws Problem 422 `wechat_code_invalid`, `phone_foreign`, 429, 503 `wechat_unavailable`
   */
  async phoneOf(code: string): Promise<string> {
    interface Answer {
      phone_info: { purePhoneNumber: string; countryCode: string }
    }
    const ask = () => this.withToken<Answer>('/wxa/business/getuserphonenumber', { code })
    const { phone_info: phone } = await this.forPerson(phoneProblems, () => twiceWhenBusy(ask))
    if (phone.countryCode !== '86') throw unprocessable('phone_foreign', '目前只支持内地手机号，请换一个号码')
    return phone.purePhoneNumber
  }

  /** Sends one subscribe message; uses one of the person's accepts up. 43101: there was none. */
  async sendSubscribeMessage({ openId, templateId, page, data }: SubscribeMessage): Promise<void> {
    await this.withToken('/cgi-bin/message/subscribe/send', {
      touser: openId,
      template_id: templateId,
      page,
      data: Object.fromEntries(Object.entries(data).map(([keyword, value]) => [keyword, { value }])),
      miniprogram_state: this.config.isProduction ? 'formal' : 'trial',
      lang: 'zh_CN',
    })
  }

  /** Checks a text of somebody who was active in the last two hours. Of a longer one the beginning is checked. */
  async checkText(openId: string, content: string): Promise<ContentVerdict> {
    const body = {
      version: 2,
      scene: COMMENT,
      openid: openId,
      content: [...content].slice(0, TEXT_LIMIT).join(''),
    }
    const { result } = await this.withToken<{ result: ContentVerdict }>('/wxa/msg_sec_check', body)
    return { suggest: result.suggest, label: result.label }
  }

  /**
   * Asks for a photo to be checked. The verdict comes later, as the event `wxa_media_check`.
   * @param url where WeChat's servers can fetch it
   * @returns the trace id that the event will name
   */
  async checkPhoto(openId: string, url: string): Promise<string> {
    const body = { media_url: url, media_type: IMAGE, version: 2, scene: COMMENT, openid: openId }
    return (await this.withToken<{ trace_id: string }>('/wxa/media_check_async', body)).trace_id
  }

  /**
   * A mini-program code (PNG or JPEG) that opens a page with `scene`.
   * @param page published, without leading slash and query
   * @throws RangeError for a scene that WeChat does not take
   */
  async codeImage(scene: string, page: string, width = 430): Promise<Buffer> {
    if (!isScene(scene)) throw new RangeError(`scene ${scene} is not 1 to 32 characters that WeChat takes`)
    const environment = this.config.isProduction ? 'release' : 'trial'
    const body = { scene, page, check_path: this.config.isProduction, env_version: environment, width }
    return this.tokenTwice((token) =>
      this.http.bytes('/wxa/getwxacodeunlimit', { query: { access_token: token }, body }),
    )
  }

  /** A web address that opens the mini-program, for an SMS. @param days 1 to 30 that it is good for */
  async urlLink(path: string, query: string, days = 30): Promise<string> {
    const body = { path, query, expire_type: 1, expire_interval: days }
    return (await this.withToken<{ url_link: string }>('/wxa/generate_urllink', body)).url_link
  }

  private withToken<Answer extends object>(path: string, body: object): Promise<Answer> {
    return this.tokenTwice((token) => this.http.json<Answer>(path, { query: { access_token: token }, body }))
  }

  /** With another token, once, when WeChat takes this one no more. */
  private async tokenTwice<Answer>(ask: (token: string) => Promise<Answer>): Promise<Answer> {
    const token = await this.tokens.current()
    try {
      return await ask(token)
    } catch (error) {
      if (!(error instanceof WeChatRefusal) || error.remedy !== 'renewToken') throw error
      return ask(await this.tokens.instead(token))
    }
  }

  private async forPerson<Answer>(
    problems: Readonly<Record<number, () => Problem>>,
    ask: () => Promise<Answer>,
  ): Promise<Answer> {
    try {
      return await ask()
    } catch (error) {
      const problem = error instanceof WeChatRefusal ? problems[error.errcode] : undefined
      if (problem) throw problem()
      if (!(error instanceof WeChatRefusal || error instanceof WeChatUnreachable)) throw error
      this.logger.error(error.message)
      throw unavailable()
    }
  }
}

async function twiceWhenBusy<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof WeChatRefusal && error.errcode === BUSY) return ask()
    throw error
  }
}
