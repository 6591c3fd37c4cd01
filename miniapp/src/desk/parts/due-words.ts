import { formatSpan } from '@minsheng/shared'
import { queueWords } from '@/words-desk'

/** "还剩 5 小时", "已超 2 小时": what the colour of the light says too. */
export function dueWords(dueAt: string, now: Date): string {
  const left = Date.parse(dueAt) - now.getTime()
  return left < 0 ? queueWords.late(formatSpan(-left)) : queueWords.left(formatSpan(left))
}
