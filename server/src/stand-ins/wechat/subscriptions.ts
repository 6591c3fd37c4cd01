import { type Call, ok, type Reply, refusal } from './protocol.js'

export interface SentMessage {
  openId: string
  templateId: string
  page: string
  data: Record<string, string>
}

/** What each kind of keyword may hold. */
const rules: Readonly<Record<string, RegExp>> = {
  thing: /^.{1,20}$/su,
  phrase: /^\p{Script=Han}{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  number: /^[\d.]{1,32}$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2})( \d{2}:\d{2}(:\d{2})?)?$|^\d{2}:\d{2}$/,
  date: /^(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2})( \d{2}:\d{2})?$/,
}

/** Subscribe messages: an account's accepts by template, each good for one message. */
export class Subscriptions {
  readonly sent: SentMessage[] = []
  private readonly accepts = new Map<string, number>()

  accept(openId: string, templateId: string, times: number): void {
    const key = `${openId} ${templateId}`
    this.accepts.set(key, (this.accepts.get(key) ?? 0) + times)
  }

  /** `subscribeMessage.send`. */
  send({ body }: Call): Reply {
    const { touser, template_id: templateId, page = '', data } = body
    if (typeof touser !== 'string' || !/^o[\w-]{27}$/.test(touser)) return refusal(40003)
    if (typeof templateId !== 'string' || !templateId || templateId.startsWith('unknown'))
      return refusal(40037)
    if (typeof page !== 'string' || page.startsWith('missing') || page.startsWith('/')) return refusal(41030)
    const values = valuesOf(data)
    if (!values) return refusal(47003)
    const key = `${touser} ${templateId}`
    const left = this.accepts.get(key) ?? 0
    if (left < 1) return refusal(43101)
    this.accepts.set(key, left - 1)
    this.sent.push({ openId: touser, templateId, page, data: values })
    return { ...ok, msgid: this.sent.length }
  }
}

function valuesOf(data: unknown): Record<string, string> | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const values: Record<string, string> = {}
  for (const [keyword, item] of Object.entries(data as Record<string, unknown>)) {
    const value = typeof item === 'object' && item !== null && 'value' in item ? item.value : undefined
    const rule = rules[keyword.replace(/\d+$/, '')]
    if (typeof value !== 'string' || !rule?.test(value)) return undefined
    values[keyword] = value
  }
  return values
}
