import { ValidationPipe, type ValidationError } from '@nestjs/common'
import { type FieldMistake, invalid } from './problem.js'

/** Words for checks whose DTO gives none of its own. */
const defaultWords: Record<string, string> = {
  whitelistValidation: '不认识这一项',
  isUuid: '格式不对',
}

function mistakesOf(errors: readonly ValidationError[], path = ''): FieldMistake[] {
  return errors.flatMap((error) => {
    const field = path + error.property
    const [name, message] = Object.entries(error.constraints ?? {})[0] ?? []
    const own = name ? [{ field, message: defaultWords[name] ?? message ?? '填写有误' }] : []
    return [...own, ...mistakesOf(error.children ?? [], `${field}.`)]
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
