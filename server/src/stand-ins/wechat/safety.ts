import { randomUUID } from 'node:crypto'
import type { Accounts } from './accounts.js'
import { type Call, ok, type Reply, refusal } from './protocol.js'
import type { Push } from './push.js'

const verdicts = {
  pass: { suggest: 'pass', label: 100 },
  review: { suggest: 'review', label: 20001 },
  risky: { suggest: 'risky', label: 20002 },
} as const

/** Content safety v2: texts at once, photos by an event. */
export class Safety {
  constructor(
    private readonly accounts: Accounts,
    private readonly push: Push,
  ) {}

  /** `msg_sec_check`. */
  text({ body }: Call): Reply {
    const { content, version, scene, openid } = body
    if (typeof content !== 'string' || version !== 2 || !isScene(scene)) return refusal(47001)
    if ([...content].length > 2_500) return refusal(45002)
    if (this.accounts.nameOf(openid) === undefined) return refusal(40003)
    const result = verdicts[textVerdict(content)]
    return {
      ...ok,
      result,
      detail: [{ strategy: 'content_model', errcode: 0, ...result }],
      trace_id: randomUUID(),
    }
  }

  /** `media_check_async`. */
  media({ body }: Call): Reply {
    const { media_url: url, media_type: kind, version, scene, openid } = body
    if (typeof url !== 'string' || !URL.canParse(url) || version !== 2 || !isScene(scene))
      return refusal(47001)
    if (kind !== 1 && kind !== 2) return refusal(47001)
    const who = this.accounts.nameOf(openid)
    if (who === undefined) return refusal(40003)
    const traceId = randomUUID()
    const result = verdicts[mediaVerdict(who)]
    this.push.later(String(openid), {
      Event: 'wxa_media_check',
      appid: 'stand-in',
      trace_id: traceId,
      version: 2,
      detail: [{ strategy: 'content_model', errcode: 0, ...result, prob: 90 }],
      errcode: 0,
      errmsg: 'ok',
      result,
    })
    return { ...ok, trace_id: traceId }
  }
}

const isScene = (scene: unknown) => typeof scene === 'number' && scene >= 1 && scene <= 4

function textVerdict(content: string): keyof typeof verdicts {
  if (content.includes('【违规】')) return 'risky'
  return content.includes('【存疑】') ? 'review' : 'pass'
}

function mediaVerdict(who: string): keyof typeof verdicts {
  if (who.startsWith('risky')) return 'risky'
  return who.startsWith('review') ? 'review' : 'pass'
}
