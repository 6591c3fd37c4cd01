import type { NeedState } from './need-lifecycle.js'
import { fromShanghai, plusDays, shanghaiDate } from './time.js'

/** While the office has something to do, the resident may chase. WORKFLOW §6, 催办. */
export const remindableStates: readonly NeedState[] = ['submitted', 'dispatched', 'handling', 'planned']

/** When somebody may chase again: with the next day in Shanghai. */
export const remindableFrom = (remindedAt: Date): Date => fromShanghai(plusDays(shanghaiDate(remindedAt), 1))

/** Once a day, while the need is open: whether now, or when again; null when it is not to be chased at all. */
export function reminderOf(
  { state, remindedAt }: { state: NeedState; remindedAt: Date | null },
  now: Date,
): { isDue: boolean; againAt: Date | null } {
  const isOpen = remindableStates.includes(state)
  const againAt = remindedAt && remindableFrom(remindedAt)
  if (!isOpen || !againAt || againAt <= now) return { isDue: isOpen, againAt: null }
  return { isDue: false, againAt }
}
