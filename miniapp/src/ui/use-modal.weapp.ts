/** A phone has no keyboard that moves the focus, and no Escape key. */
export function useModal(_id: string, _onClose: () => void) {}
