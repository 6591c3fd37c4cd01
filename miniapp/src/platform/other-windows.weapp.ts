/** A mini-program has one window. */
export function onStoredElsewhere(_name: string, _callback: () => void) {}
