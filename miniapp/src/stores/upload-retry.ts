import { asApiError } from '@/services/api-error'

const TRIES = 3
const FIRST_WAIT = 800

/** Three tries, with longer and longer waits; what the server refuses is not tried again. */
export async function withRetry<T>(
  attempt: () => Promise<T>,
  wait: (milliseconds: number) => Promise<void>,
): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await attempt()
    } catch (thrown) {
      const error = asApiError(thrown)
      if (n === TRIES || !error.isPassing) throw error
      await wait(error.retryAfter ? error.retryAfter * 1000 : FIRST_WAIT * 4 ** (n - 1))
    }
  }
}

/** Runs at most `lanes` at once; the others wait for their turn. */
export function createLanes(lanes: number) {
  let busy = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy >= lanes) await new Promise<void>((resolve) => waiting.push(resolve))
    else busy++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy--
    }
  }
}
