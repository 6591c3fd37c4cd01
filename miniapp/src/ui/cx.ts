/** Class names that apply, in one string. */
export const cx = (...names: (string | undefined | null | false)[]) => names.filter(Boolean).join(' ')
