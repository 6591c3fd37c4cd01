import { plusDays } from '@minsheng/shared'

/** A stretch of a notice is never longer. */
const LONGEST = 31

/** Dates as somebody types them from a notice: one after the other, or a stretch of them, "2027-02-05至2027-02-11". */
export const datesIn = (text: string): string[] =>
  text
    .split(/[\s,，、;；]+/)
    .filter(Boolean)
    .flatMap(stretch)

function stretch(word: string): string[] {
  const [, from = '', to = ''] = /^(\d{4}-\d\d-\d\d)(?:至|到|~|—)(\d{4}-\d\d-\d\d)$/.exec(word) ?? []
  if (!from || Number.isNaN(Date.parse(from)) || Number.isNaN(Date.parse(to))) return [word]
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  // What is no stretch goes to the server as it is, which says what is wrong with it.
  return days < 1 || days > LONGEST ? [word] : Array.from({ length: days }, (_, day) => plusDays(from, day))
}
