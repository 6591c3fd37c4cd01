import { ValidationPipe, type ValidationError } from '@nestjs/common'
import { type FieldMistake, invalid } from './problem.js'

/** Words for checks whose DTO gives none of its own; class-validator's are English. */
const defaultWords: Record<string, string> = {
  whitelistValidation: '不认识这一项',
}
const isChinese = (message: string) => /\p{Script=Han}/u.test(message)
const wordsOf = (check: string, message: string): string =>
  isChinese(message) ? message : (defaultWords[check] ?? '格式不对')

function mistakesOf(errors: readonly ValidationError[], path = ''): FieldMistake[] {
  return errors.flatMap((error) => {
    const field = path + error.property
    const own = Object.entries(error.constraints ?? {}).slice(0, 1)
    return [
      ...own.map(([check, message]) => ({ field, message: wordsOf(check, message) })),
      ...mistakesOf(error.children ?? [], `${field}.`),
    ]
  })
}

/** Bodies and queries are checked against their DTO; what the DTO does not name is refused. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => invalid(mistakesOf(errors)),
  })
