/** A phone has no Escape key. */
export function useEscape(_onClose: () => void) {}
