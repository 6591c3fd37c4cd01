import { shanghaiDate, shanghaiMinute } from '@minsheng/shared'
import type { MessageTemplate, TemplateValue } from '../platform/config.js'

const THING = 20
const PHRASE = 5
const STRING = 32

/** The first so many characters; what was cut off shows as "…". */
function cut(text: string, length: number): string {
  const characters = [...text]
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}

/** WeChat refuses a message (47003) of which one value breaks the rule of its keyword. */
const fitting: Readonly<Record<string, (value: string) => string>> = {
  thing: (value) => cut(value.replace(/\s+/g, ' ').trim(), THING) || '—',
  phrase: (value) =>
    [...value]
      .filter((each) => /\p{Script=Han}/u.test(each))
      .slice(0, PHRASE)
      .join(''),
  character_string: (value) => value.replace(/[^\x20-\x7e]/g, '').slice(0, STRING),
}

/** The values of a message, each cut to what its keyword may hold. */
export function templateData(
  { keywords }: MessageTemplate,
  values: Readonly<Partial<Record<TemplateValue, string>>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(keywords).map(([keyword, name]) => {
      const fit = fitting[keyword.replace(/\d+$/, '')]
      const value = values[name] ?? ''
      return [keyword, fit ? fit(value) : value]
    }),
  )
}

/** A moment in Shanghai as a `time` keyword takes it: "2026-11-16 09:30". */
export function templateTime(at: Date): string {
  const minute = shanghaiMinute(at)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${shanghaiDate(at)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
