/** China has one time zone without summer time, so Shanghai is a fixed offset from UTC. */
const OFFSET = 8 * 3_600_000
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The calendar date in Shanghai, "YYYY-MM-DD". */
export const shanghaiDate = (instant: Date): string =>
  new Date(instant.getTime() + OFFSET).toISOString().slice(0, 10)

/** Minutes since midnight in Shanghai, 0–1439. */
export const shanghaiMinute = (instant: Date): number =>
  Math.floor(((((instant.getTime() + OFFSET) % DAY) + DAY) % DAY) / MINUTE)

/** The instant of a Shanghai date ("YYYY-MM-DD") and a minute of that day. */
export const fromShanghai = (date: string, minute = 0): Date =>
  new Date(Date.parse(`${date}T00:00:00Z`) - OFFSET + minute * MINUTE)

/** The date so many calendar days later (or earlier), "YYYY-MM-DD". */
export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

/** Whether a text names a day that there is, "YYYY-MM-DD". */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && plusDays(text, 0) === text
}

/** 0 is Sunday. */
export const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()

const two = (n: number) => String(n).padStart(2, '0')
const clock = (instant: Date) => {
  const minute = shanghaiMinute(instant)
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
const monthDay = (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
const relativeDays: Record<number, string> = { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' }

function dayWords(date: string, now: Date): string {
  const today = shanghaiDate(now)
  const days = Math.round((Date.parse(date) - Date.parse(today)) / DAY)
  return relativeDays[days] ?? formatDay(date, now)
}

/** A date as it is written down, to be read on any day: "2027年2月28日". */
export const formatDate = (date: string): string => `${date.slice(0, 4)}年${monthDay(date)}`

/** A date as it is read today: "12月6日", and with its year where that is another one. */
export const formatDay = (date: string, now: Date): string =>
  date.slice(0, 4) === shanghaiDate(now).slice(0, 4) ? monthDay(date) : formatDate(date)

/** Days from one to another, or from one on; with their years as soon as one of them is not this year's. */
export function formatDays(from: string, until: string | null, now: Date): string {
  const days = until === null ? [from] : [from, until]
  const isThisYear = days.every((date) => date.slice(0, 4) === shanghaiDate(now).slice(0, 4))
  const words = days.map(isThisYear ? monthDay : formatDate)
  return until === null ? `${words.join('')}起` : words.join('至')
}

/** A month ("2026-12") as it is read today: "12月", and with its year where that is another one. */
export const formatMonth = (month: string, now: Date): string =>
  formatDay(`${month}-01`, now).replace(/1日$/, '')

/** A past moment in words, Shanghai time: "今天 10:12", "11月21日 14:03". */
export const formatMoment = (instant: Date, now: Date): string =>
  `${dayWords(shanghaiDate(instant), now)} ${clock(instant)}`

/** A moment as it is written on paper, which is read on any day: "2026年11月21日 14:03". */
export const formatLasting = (instant: Date): string =>
  `${formatDate(shanghaiDate(instant))} ${clock(instant)}`

/** A promised time in words, Shanghai time: "明天 18:00 前", "11月26日（周四）18:00 前". */
export function formatPromise(dueAt: Date, now: Date): string {
  const date = shanghaiDate(dueAt)
  const words = dayWords(date, now)
  const named = words.includes('月') ? `${words}（周${'日一二三四五六'.charAt(weekday(date))}）` : `${words} `
  return `${named}${clock(dueAt)} 前`
}

/** A length of time in at most two units, rounded down: "3 天 4 小时", "5 小时", "20 分钟". */
export function formatSpan(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE)
  if (minutes < 60) return `${Math.max(1, minutes)} 分钟`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 && hours < 3 ? `${hours} 小时 ${minutes % 60} 分钟` : `${hours} 小时`
  const days = Math.floor(hours / 24)
  return hours % 24 ? `${days} 天 ${hours % 24} 小时` : `${days} 天`
}
