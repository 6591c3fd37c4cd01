import { unprocessable } from '../platform/problem.js'
import type { CalendarBody } from './calendar.dto.js'

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

/** The table of a year as it stands in a file, of the same form as the API takes it. @throws Problem 422 `calendar_unreadable` */
export function tableIn(text: string): CalendarBody {
  const { year, holidays, makeUpWorkdays, source } = parsed(text)
  if (
    typeof year !== 'number' ||
    !isWords(holidays) ||
    !isWords(makeUpWorkdays) ||
    typeof source !== 'string'
  )
    throw unreadable()
  return { year, holidays, makeUpWorkdays, source: source.slice(0, 80) }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text)) as Record<string, unknown>
  } catch {
    throw unreadable()
  }
}

const unreadable = () =>
  unprocessable(
    'calendar_unreadable',
    '文件要是 JSON，写明 year、holidays、makeUpWorkdays 和 source，日期形如 2027-01-01',
  )
