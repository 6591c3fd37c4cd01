import type { Config } from '../platform/config.js'
import { SmsRefusal, SmsUnreachable } from './sms-errors.js'
import { type SmsMessage, SmsSender } from './sms-sender.js'

/** Milliseconds after which an answer is no longer waited for. */
const TIMEOUT = 5_000
/** What the provider calls a code of its own; anything else is not shown, it may repeat what we sent. */
const codeForm = /^[a-z_]{1,40}$/

/**
 * Any provider, by one request that a city's gateway speaks or is taught to: docs/running.md. Neither the phone
 * nor the words ever stand in an error.
 */
export class HttpSmsSender extends SmsSender {
  constructor(private readonly provider: NonNullable<Config['sms']>) {
    super()
  }

  async send({ phone, template, values, key }: SmsMessage): Promise<void> {
    const { signature } = this.provider
    const code = await this.answerTo({ phone, template, values, key, signature })
    if (code !== 'ok') throw new SmsRefusal(code)
  }

  private async answerTo(body: object): Promise<string> {
    const { url, key } = this.provider
    try {
      const response = await fetch(url, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        signal: AbortSignal.timeout(TIMEOUT),
      })
      if (!response.ok) throw new SmsUnreachable(`status ${response.status}`)
      const { code } = (await response.json()) as { code?: unknown }
      if (typeof code === 'string' && codeForm.test(code)) return code
      throw new SmsUnreachable('an answer without a code')
    } catch (error) {
      if (error instanceof SmsUnreachable) throw error
      // Only the name: the message may hold what we sent.
      throw new SmsUnreachable(error instanceof Error ? error.name : 'unknown')
    }
  }
}
