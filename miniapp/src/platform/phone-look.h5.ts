import type { Phone } from '@/stores/appearance'

/** Browsers write 16 px unless the person has set another size. */
const STANDARD = 16

const dark = window.matchMedia('(prefers-color-scheme: dark)')

export const phoneLook = (): Phone => ({
  typeFactor: parseFloat(getComputedStyle(document.documentElement).fontSize) / STANDARD,
  isDark: dark.matches,
})

/** Calls back when the phone changes between day and night, or the browser's text becomes larger. */
export const onPhoneLook = (callback: () => void) => {
  // Not by addEventListener: the oldest browsers of `browserslist` have none here, and would fail.
  dark.onchange = callback
  if (typeof ResizeObserver === 'undefined') return // the next visit begins with it
  const measure = document.createElement('div')
  Object.assign(measure.style, { position: 'absolute', visibility: 'hidden', width: '1rem' })
  document.body.append(measure)
  new ResizeObserver(callback).observe(measure)
}
