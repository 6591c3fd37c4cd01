/** The time to notice that something is said, and to read a character of it slowly, in milliseconds. */
const NOTICING = 1_500
const READING = 120

/** What is said in passing, for as long as it takes to read it. */
export const passing = (title: string) =>
  ({ title, icon: 'none', duration: NOTICING + READING * title.length }) as const
