/**
 * Why the phone did not do what it was asked for.
 * - `cancelled`: the person went back, which needs no words
 * - `denied`: the permission was refused, now or earlier; the settings can give it
 * - `privacy`: the privacy notice was not agreed to
 * - `undeclared`: the privacy notice or the app does not name this; somebody has to change the settings of the app
 */
export type Refused = 'cancelled' | 'denied' | 'privacy' | 'undeclared' | 'failed'

/** WeChat's own numbers, where it gives one. */
const byNumber: Readonly<Record<number, Refused>> = { 104: 'privacy', 112: 'undeclared' }

const byWords: readonly (readonly [RegExp, Refused])[] = [
  [/privacy permission is not authorized/i, 'privacy'],
  [/not declared in the privacy agreement|requiredPrivateInfos/i, 'undeclared'],
  [/cancel/i, 'cancelled'],
  [/auth(orize)? ?den|authorize no response|permission denied|no permission|user deny/i, 'denied'],
]

/** What a failed call of WeChat means. @param thrown what its promise was rejected with, or its `fail` got */
export function refusedBy(thrown: unknown): Refused {
  const { errno, errMsg = '' } = (thrown ?? {}) as { errno?: number; errMsg?: string }
  const numbered = errno === undefined ? undefined : byNumber[errno]
  return numbered ?? byWords.find(([pattern]) => pattern.test(errMsg))?.[1] ?? 'failed'
}
