import { formatPromise, formatSpan, type NeedState } from '@minsheng/shared'
import type { NeedSummary, ProgressView } from '@/services/api'
import type { Tone } from '@/ui'
import { needWords } from '@/words-need'

const tones: Record<NeedState, Tone> = {
  submitted: 'jade',
  dispatched: 'jade',
  handling: 'jade',
  waiting: 'amber',
  planned: 'amber',
  answered: 'done',
  closed: 'done',
  rejected: 'plain',
  withdrawn: 'plain',
  merged: 'plain',
}

type Shown =
  | Pick<
      NeedSummary,
      'state' | 'stateWords' | 'isOverdue' | 'isUnsolved' | 'dueAt' | 'submittedAt' | 'department'
    >
  | ProgressView

const running: readonly NeedState[] = ['submitted', 'dispatched', 'handling', 'waiting', 'planned']
export const isRunning = ({ state }: Shown) => running.includes(state)

export function toneOf(need: Shown): Tone {
  if (need.isUnsolved) return 'amber'
  return isRunning(need) && need.isOverdue ? 'red' : tones[need.state]
}

const finalHeadlines: Partial<Record<NeedState, string>> = needWords.headlines

/** Who has it, in one line. */
export function headlineOf({ state, stateWords, isUnsolved, department }: Shown): string {
  if (isUnsolved) return needWords.headlines.unsolved
  if (state === 'submitted') return needWords.waitingDispatch
  if (!department) return finalHeadlines[state] ?? stateWords
  if (state === 'dispatched') return needWords.sentTo(department.name)
  if (state === 'handling') return needWords.handledBy(department.name)
  if (state === 'answered') return needWords.answeredBy(department.name)
  return finalHeadlines[state] ?? stateWords
}

export const promiseOf = ({ dueAt }: Shown, now: Date) => (dueAt ? formatPromise(new Date(dueAt), now) : null)

/** How much of the promised time is used, and the words for it. Null when no promise is running. */
export function timeUsed(need: Shown, now: Date) {
  if (!need.dueAt || !isRunning(need)) return null
  const start = Date.parse(need.submittedAt)
  const due = Date.parse(need.dueAt)
  const used = now.getTime() - start
  return {
    share: due > start ? used / (due - start) : 1,
    used: needWords.used(formatSpan(used)),
    left:
      now.getTime() > due
        ? needWords.late(formatSpan(now.getTime() - due))
        : needWords.left(formatSpan(due - now.getTime())),
    isLate: now.getTime() > due,
  }
}

/** The page of a need in a few sentences, to be read aloud. */
export function spokenOf(
  need: Shown & { next: string; answer?: { text: string } | null },
  now: Date,
): string {
  const time = timeUsed(need, now)
  const promise = time && promiseOf(need, now)
  const sentences = [
    headlineOf(need),
    promise && needWords.promise(promise),
    time?.isLate && time.left,
    need.answer?.text,
    need.next,
  ]
  return sentences.filter(Boolean).join('。')
}
