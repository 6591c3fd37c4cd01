/**
 * What a refusal of the provider asks of us.
 * - `later`: the day's quota, the money or the minute is used up; the same message may go out later
 * - `never`: the same message will be refused again; somebody has to change something
 */
export type SmsRemedy = 'later' | 'never'

/** What the provider may answer. What is not here is taken for a passing trouble. */
const remedies: Readonly<Record<string, SmsRemedy>> = {
  too_often: 'later',
  quota: 'later',
  balance: 'later',
  phone_invalid: 'never',
  phone_blocked: 'never',
  template_unknown: 'never',
  values_invalid: 'never',
  content_refused: 'never',
  key_invalid: 'never',
}

/** The provider answered, and said no. Holds neither the phone nor the words. */
export class SmsRefusal extends Error {
  readonly remedy: SmsRemedy

  constructor(readonly code: string) {
    super(`the SMS provider refused with ${code}`)
    this.remedy = remedies[code] ?? 'later'
  }
}

/** The provider did not answer in time, or not in words that were agreed. */
export class SmsUnreachable extends Error {
  constructor(reason: string) {
    super(`the SMS provider cannot be reached: ${reason}`)
  }
}
