import { Inject, Injectable } from '@nestjs/common'
import type { Config } from '../platform/config.js'
import { CONFIG } from '../platform/platform.module.js'
import { WeChatRefusal, WeChatUnreachable } from './wechat-errors.js'

/** Milliseconds after which an answer is no longer waited for. */
const TIMEOUT = 5_000

export interface Asking {
  query?: Record<string, string>
  /** Sent as JSON by POST; without it the request is a GET. */
  body?: object
}

/**
 * One request to WeChat's servers. Addresses hold the secret or the access token, and bodies personal data, so
 * neither ever stands in an error or in the log.
 */
@Injectable()
export class WeChatHttp {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'weChat'>) {}

  /** @throws WeChatRefusal, WeChatUnreachable */
  async json<Answer extends object>(path: string, asking: Asking): Promise<Answer> {
    const { bytes } = await this.send(path, asking)
    return answerOf<Answer>(path, bytes)
  }

  /** For what answers a picture, and JSON only to refuse. @throws WeChatRefusal, WeChatUnreachable */
  async bytes(path: string, asking: Asking): Promise<Buffer> {
    const { bytes, isPicture } = await this.send(path, asking)
    if (isPicture) return bytes
    answerOf(path, bytes)
    throw new WeChatUnreachable(path, 'no picture')
  }

  private async send(path: string, { query, body }: Asking): Promise<{ bytes: Buffer; isPicture: boolean }> {
    const { baseUrl } = this.config.weChat
    if (!baseUrl) throw new WeChatUnreachable(path, 'no address')
    const url = new URL(path, baseUrl)
    url.search = new URLSearchParams(query).toString()
    try {
      const response = await fetch(url, {
        signal: AbortSignal.timeout(TIMEOUT),
        ...(body && {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      })
      if (!response.ok) throw new WeChatUnreachable(path, `status ${response.status}`)
      const isPicture = response.headers.get('content-type')?.startsWith('image/') ?? false
      return { bytes: Buffer.from(await response.arrayBuffer()), isPicture }
    } catch (error) {
      if (error instanceof WeChatUnreachable) throw error
      // Only the name: the message and the cause may hold the address.
      throw new WeChatUnreachable(path, error instanceof Error ? error.name : 'unknown')
    }
  }
}

/** WeChat answers JSON as text/plain, and its refusals with status 200 and an errcode other than 0. */
function answerOf<Answer extends object>(path: string, bytes: Buffer): Answer {
  let answer: Answer & { errcode?: number }
  try {
    answer = JSON.parse(bytes.toString()) as typeof answer
  } catch {
    throw new WeChatUnreachable(path, 'not JSON')
  }
  if (answer.errcode) throw new WeChatRefusal(path, answer.errcode)
  return answer
}
