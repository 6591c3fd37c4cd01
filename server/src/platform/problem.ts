import { HttpStatus } from '@nestjs/common'

export interface FieldMistake {
  field: string
  message: string
}
type Extras = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/**
 * A refusal that is expected. Thrown where the rule is; becomes RFC 9457 problem+json in one place.
 * `code` is stable and English, `title` is Chinese and says what to do next.
 */
export class Problem extends Error {
  constructor(
    readonly status: HttpStatus,
    readonly code: string,
    readonly title: string,
    readonly extras: Extras = {},
    readonly fields: readonly FieldMistake[] = [],
  ) {
    super(`${code}: ${title}`)
  }
}

const problemOf =
  (status: HttpStatus) =>
  (code: string, title: string, extras?: Extras): Problem =>
    new Problem(status, code, title, extras)

export const badRequest = problemOf(HttpStatus.BAD_REQUEST)
export const unauthorized = problemOf(HttpStatus.UNAUTHORIZED)
export const forbidden = problemOf(HttpStatus.FORBIDDEN)
export const notFound = problemOf(HttpStatus.NOT_FOUND)
export const conflict = problemOf(HttpStatus.CONFLICT)
export const unprocessable = problemOf(HttpStatus.UNPROCESSABLE_ENTITY)

/** Fields that are wrong. `title` repeats the first, so that a screen without fields says something useful. */
export const invalid = (fields: readonly FieldMistake[]): Problem =>
  new Problem(
    HttpStatus.BAD_REQUEST,
    'validation_failed',
    fields[0]?.message ?? '填写的内容有误，请检查后再试',
    {},
    fields,
  )

/** @param seconds after which the same request may be made again */
export const tooMany = (seconds: number): Problem =>
  new Problem(
    HttpStatus.TOO_MANY_REQUESTS,
    'too_many_requests',
    `操作太频繁，请 ${waitWords(seconds)} 后再试`,
    { retryAfter: seconds },
  )

const waitWords = (seconds: number) => (seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`)
