import { type ArgumentMetadata, ValidationPipe, type ValidationError } from '@nestjs/common'
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

/** Where `@nestjs/swagger` keeps what its decorators say. */
const DESCRIBED = 'swagger/apiModelProperties'

/** What the API document says of a property. */
interface Described {
  required?: boolean
  nullable?: boolean
  type?: unknown
}

const isClass = (dto: unknown): dto is { prototype: object } =>
  typeof dto === 'function' && typeof dto.prototype === 'object'

const describedIn = (dto: unknown, name: string): Described | undefined =>
  isClass(dto) ? (Reflect.getMetadata(DESCRIBED, dto.prototype, name) as Described | undefined) : undefined

/** Half of a character of two: what is left where a phone cuts a text in the middle of an emoji. */
const half = /\p{Surrogate}/gu

/**
 * What no DTO expects. A `null` where the document knows none, of what may be left out, is left out: `IsOptional` lets
 * it pass. Halves of characters go: MariaDB takes none into JSON.
 */
function cleaned(given: unknown, dto: unknown): unknown {
  if (typeof given === 'string') return given.replace(half, '')
  if (Array.isArray(given)) return given.map((each) => cleaned(each, dto))
  if (typeof given !== 'object' || given === null) return given
  const kept = Object.entries(given).flatMap(([name, value]: [string, unknown]) => {
    const described = describedIn(dto, name)
    if (value === null && described?.required === false && !described.nullable) return []
    return [[name, cleaned(value, described?.type)] as const]
  })
  return Object.fromEntries(kept)
}

class DtoPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isSent = metadata.type !== 'custom'
    return super.transform(isSent ? cleaned(value, metadata.metatype) : value, metadata)
  }
}

/** Bodies and queries are checked against their DTO; what the DTO does not name is refused. */
export const validation = (): ValidationPipe =>
  new DtoPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => invalid(mistakesOf(errors)),
  })
