/**
 * What a refusal of WeChat asks of us.
 * - `renewToken`: the access token is not good (any more): fetch another one, once, and ask again
 * - `later`: WeChat is busy or we ask too often; the same request may succeed later
 * - `notAllowed`: the person did not allow it, or allowed fewer messages than were sent
 * - `never`: the same request will be refused again; somebody has to change something
 */
export type Remedy = 'renewToken' | 'later' | 'notAllowed' | 'never'

/** Documented errcodes that we may meet. What is not here is taken for a passing trouble. */
export const remedies: Readonly<Record<number, Remedy>> = {
  [-1]: 'later', // system error
  40001: 'renewToken', // invalid credential, access_token is invalid or not latest
  40014: 'renewToken', // invalid access_token
  42001: 'renewToken', // access_token expired
  45009: 'later', // reach max api daily quota limit
  45011: 'later', // api minute-quota reach limit
  43101: 'notAllowed', // user refuse to accept the msg
  40003: 'never', // invalid openid
  40013: 'never', // invalid appid
  40029: 'never', // invalid code: used, expired, or of another appid
  40037: 'never', // invalid template_id
  40097: 'never', // invalid args
  40125: 'never', // invalid appsecret
  40129: 'never', // invalid scene
  40164: 'never', // invalid ip, not in whitelist
  40226: 'never', // code blocked: a user of high risk
  41030: 'never', // invalid page
  45002: 'never', // content size out of limit
  47001: 'never', // data format error
  47003: 'never', // argument invalid: a value breaks its keyword's rule
  48001: 'never', // api unauthorized
  48004: 'never', // api forbidden for irregularities
  50002: 'never', // user limited
  61010: 'never', // the person has not been active in the last two hours (from memory)
}

export const remedyOf = (errcode: number): Remedy => remedies[errcode] ?? 'later'

/** WeChat answered, and said no. Holds no secret: neither address nor body. */
export class WeChatRefusal extends Error {
  readonly remedy: Remedy

  constructor(
    readonly path: string,
    readonly errcode: number,
  ) {
    super(`WeChat refused ${path} with errcode ${errcode}`)
    this.remedy = remedyOf(errcode)
  }
}

/** WeChat did not answer in time, or not in words that are documented. The same request may succeed later. */
export class WeChatUnreachable extends Error {
  constructor(path: string, reason: string) {
    super(`WeChat cannot be reached for ${path}: ${reason}`)
  }
}
