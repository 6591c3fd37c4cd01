export const typeSizes = ['normal', 'large', 'largest'] as const
export type TypeSize = (typeof typeSizes)[number]

/** How the phone is set, and how wide it is. */
export interface Look {
  width: number
  height: number
  isDark?: boolean
  typeSize: TypeSize
}

const phone = { width: 390, height: 844, typeSize: 'normal' } as const
const tiny = { width: 320, height: 568 }

export const looks = {
  light: phone,
  dark: { ...phone, isDark: true },
  large: { ...phone, typeSize: 'large' },
  'large-dark': { ...phone, typeSize: 'large', isDark: true },
  largest: { ...phone, typeSize: 'largest' },
  small: { ...tiny, typeSize: 'normal' },
  'small-largest': { ...tiny, typeSize: 'largest' },
  tablet: { width: 820, height: 1180, typeSize: 'normal' },
} as const satisfies Record<string, Look>

export type LookName = keyof typeof looks

const names = Object.keys(looks) as LookName[]
export const looksOf = (typeSize: TypeSize) => names.filter((name) => looks[name].typeSize === typeSize)
