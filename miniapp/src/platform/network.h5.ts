/** Calls back each time when the browser has signal again. */
export const onSignal = (callback: () => void) => window.addEventListener('online', callback)

export const isOnline = () => Promise.resolve(navigator.onLine)
