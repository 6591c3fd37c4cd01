/** A browser fetches what is new at the next visit. */
export function listenForUpdates() {}
