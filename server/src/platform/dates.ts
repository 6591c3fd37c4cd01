import { isDay } from '@minsheng/shared'
import { applyDecorators } from '@nestjs/common'
import { ValidateBy } from 'class-validator'

/** What every database can keep: MySQL has no year before 1000 and none after 9999. */
const [EARLIEST, LATEST] = [Date.parse('1970-01-01T00:00:00Z'), Date.parse('9999-01-01T00:00:00Z')]

const form = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i

const isMoment = (text: string): boolean => {
  const time = Date.parse(text)
  return form.test(text) && isDay(text.slice(0, 10)) && time >= EARLIEST && time < LATEST
}

const IsText = (name: string, is: (text: string) => boolean, message: string): PropertyDecorator =>
  applyDecorators(
    ValidateBy(
      { name, validator: { validate: (value) => typeof value === 'string' && is(value) } },
      { message },
    ),
  )

/** A day of this century that there is, "2026-11-30": 31 November has the form of one. */
export const IsDay = (message: string): PropertyDecorator =>
  IsText('isDay', (text) => text.startsWith('20') && isDay(text), message)

/** An instant with its offset from UTC (RFC 3339), one that a database can keep. */
export const IsMoment = (message: string): PropertyDecorator => IsText('isMoment', isMoment, message)
