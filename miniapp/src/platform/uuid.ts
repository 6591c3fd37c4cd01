/** A random UUID (version 4). Mini-programs have no `crypto`; a key has to be unique per person, not secret. */
export const uuid = () =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter) => {
    const digit = Math.floor(Math.random() * 16)
    return (letter === 'x' ? digit : (digit & 3) | 8).toString(16)
  })
