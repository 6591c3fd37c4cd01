import type { TypeSize } from '../../src/stores/appearance'

/** How the phone is set, and how wide it is. */
export interface Look {
  width: number
  height: number
  isDark?: boolean
  /** What the person has chosen. */
  typeSize: TypeSize
  /** What the browser is set to, in pixels; 16 is the standard. */
  textSize?: number
}

const phone = { width: 390, height: 844, typeSize: 'normal' } as const
const tiny = { width: 320, height: 568 } as const
const desk = { width: 1280, height: 800, typeSize: 'normal' } as const
/** A browser that is set to text of 200 %. */
const doubled = { textSize: 32 } as const

export const looks = {
  light: phone,
  dark: { ...phone, isDark: true },
  small: { ...phone, ...tiny },
  tablet: { ...phone, width: 820, height: 1180 },
  doubled: { ...phone, ...doubled },
  large: { ...phone, typeSize: 'large' },
  'large-dark': { ...phone, typeSize: 'large', isDark: true },
  largest: { ...phone, typeSize: 'largest' },
  'small-largest': { ...phone, ...tiny, typeSize: 'largest' },
  desk,
  'desk-dark': { ...desk, isDark: true },
  'desk-doubled': { ...desk, ...doubled },
  'desk-large': { ...desk, typeSize: 'large' },
} as const satisfies Record<string, Look>

export type LookName = keyof typeof looks

const names = Object.keys(looks) as LookName[]
const ofDesk = (name: LookName) => name.startsWith('desk')
/** What a resident's page is looked at in: on a phone, and with large type. */
const forResidents = names.filter((name) => !ofDesk(name))
/** What a page of the desk is looked at in: on a phone, and at a desk, there also with large type. */
const forStaff = names.filter((name) => ofDesk(name) || looks[name].typeSize === 'normal')

export const looksOf = ({ isDesk }: { isDesk?: boolean }) => (isDesk ? forStaff : forResidents)
