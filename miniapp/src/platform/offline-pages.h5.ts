/** See config/offline-pages.ts; the development server has none. */
const SCRIPT = '/offline-pages.js'

/** From now on the app's pages open without signal, too, in this browser. */
export function keepPages(): void {
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
  void navigator.serviceWorker.register(SCRIPT).catch(() => {}) // not on a page without https: it opens with signal only
}
