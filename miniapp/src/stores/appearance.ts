/** 标准、大、特大: the main text is 16, 22 and 30 px. */
export const typeScales = { normal: 1, large: 1.375, largest: 1.875 } as const
export type TypeSize = keyof typeof typeScales
export type ColourScheme = 'system' | 'light' | 'dark'

/** From here on the phone itself is set for somebody who needs large type: WeChat's 关怀模式 is 1.4. */
const PHONE_IS_LARGE = 1.3
/** The phone's setting is followed up to 200 %. */
const LARGEST = 2

export interface Phone {
  /** The phone's own setting: 1 is its standard size. */
  typeFactor: number
  isDark: boolean
}

export interface Appearance {
  typeSize: TypeSize
  /** Whether the screens are laid out for large type (适老版). */
  isLarge: boolean
  scale: number
  isDark: boolean
}

/**
 * How the screens look: what the person chose, else what the phone says. Text is never smaller than the phone's own
 * setting asks for.
 */
export function appearanceOf(
  chosen: { typeSize: TypeSize | null; colours: ColourScheme },
  phone: Phone,
): Appearance {
  const typeSize = chosen.typeSize ?? (phone.typeFactor >= PHONE_IS_LARGE ? 'large' : 'normal')
  return {
    typeSize,
    isLarge: typeSize !== 'normal',
    scale: Math.min(LARGEST, Math.max(typeScales[typeSize], phone.typeFactor)),
    isDark: chosen.colours === 'system' ? phone.isDark : chosen.colours === 'dark',
  }
}

/** The classes of app.scss that make it so. */
export const classesOf = ({ isLarge, isDark }: Appearance): string =>
  ['frame', isDark ? 'dark' : 'light', isLarge && 'large'].filter(Boolean).join(' ')
