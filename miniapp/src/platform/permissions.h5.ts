/** A browser's own permissions cannot be opened by a page. */
export const openPermissions: (() => void) | null = null
export const openMessageSettings: (() => void) | null = null
