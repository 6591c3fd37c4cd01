/** Calls back when another window of the same browser has stored something under this name. */
export const onStoredElsewhere = (name: string, callback: () => void) =>
  window.addEventListener('storage', ({ key }) => {
    if (key === name) callback()
  })
