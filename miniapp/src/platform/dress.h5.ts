import { classesOf, type Appearance } from '@/stores/appearance'
import theme from '@/theme.json'
import { store } from './storage'

/**
 * Gives the look to what stands around a page: the document, the tab bar, dialogs, the browser's own frame. It is kept
 * for the next visit, which begins with it before any script has come (config/first-box.script.js).
 */
export function dress(look: Appearance, _isTab: boolean) {
  const root = document.documentElement
  const classes = classesOf(look)
  root.classList.remove('dark', 'light', 'large')
  root.classList.add(...classes.split(' '))
  root.style.setProperty('--scale', String(look.scale))
  const colour = theme[look.isDark ? 'dark' : 'light'].ground
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', colour)
  store('look', { classes, scale: look.scale })
}
