/** A request as the stand-in reads it. */
export interface Call {
  method: string
  path: string
  query: URLSearchParams
  body: Record<string, unknown>
}
/** JSON, or the bytes of a picture. */
export type Reply = object | Buffer

const words: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40129: 'invalid scene',
  40226: 'code blocked',
  41001: 'access_token missing',
  41030: 'invalid page',
  42001: 'access_token expired',
  43101: 'user refuse to accept the msg',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
}

export const refusal = (errcode: number) => ({ errcode, errmsg: words[errcode] ?? 'refused' })
export const ok = { errcode: 0, errmsg: 'ok' }
