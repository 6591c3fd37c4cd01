import { setImmediate } from 'node:timers/promises'

/** Long work in short steps, so that whoever runs it can do something else in between. */
export type Steps<Result> = Generator<undefined, Result>

/** After so many of the same the others may have the processor for a moment. */
export const STEPS = 100

/** The result, without rest. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** The result, with requests answered in between. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    await setImmediate()
  }
}
