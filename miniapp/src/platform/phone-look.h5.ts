import type { Phone } from '@/stores/appearance'

/** Browsers write 16 px unless the person has set another size. */
const STANDARD = 16

const dark = window.matchMedia('(prefers-color-scheme: dark)')

export const phoneLook = (): Phone => ({
  typeFactor: parseFloat(getComputedStyle(document.documentElement).fontSize) / STANDARD,
  isDark: dark.matches,
})

/** Calls back when the phone changes between day and night. */
export const onPhoneLook = (callback: () => void) => {
  // Not by addEventListener: the oldest browsers of `browserslist` have none here, and would fail.
  dark.onchange = callback
}
