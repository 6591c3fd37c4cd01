import { MINUTE } from '@minsheng/shared'
import type { Present } from '../platform/present.js'

/** Beyond so many answers the oldest is forgotten. */
const MOST = 500

/**
 * Answers that are the same for everybody, kept for a minute. However many ask at once, one reads: a page that the
 * evening news has named costs the database one reading a minute and server.
 */
export class MinuteCache<Answer> {
  private readonly kept = new Map<string, { until: number; answer: Promise<Answer> }>()

  constructor(private readonly present: Present) {}

  get(key: string, read: () => Promise<Answer>): Promise<Answer> {
    const now = this.present.now().getTime()
    const known = this.kept.get(key)
    if (known && known.until > now) return known.answer
    const answer = read()
    this.keep(key, { until: now + MINUTE, answer })
    // A failed reading is not kept: the next request tries again.
    answer.catch(() => this.kept.delete(key))
    return answer
  }

  private keep(key: string, entry: { until: number; answer: Promise<Answer> }): void {
    this.kept.delete(key)
    this.kept.set(key, entry)
    const [oldest] = this.kept.keys()
    if (this.kept.size > MOST && oldest !== undefined) this.kept.delete(oldest)
  }
}
