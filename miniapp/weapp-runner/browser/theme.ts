/** Day or night, as the phone has it. */
export const nightOrDay = matchMedia('(prefers-color-scheme: dark)')

export const themeName = () => (nightOrDay.matches ? 'dark' : 'light')

/** A value of app.json; `@name` stands in theme.json, once for the day and once for the night. */
export function themed(value = ''): string {
  if (!value.startsWith('@')) return value
  const themes = window.weapp.json.theme as Record<string, Record<string, string> | undefined> | undefined
  const found = themes?.[themeName()]?.[value.slice(1)]
  if (found === undefined) throw new Error(`theme.json has no ${value.slice(1)}`)
  return found
}
