import { describe, expect, it } from '@jest/globals'
import { appearanceOf, classesOf, typeScales, type Phone } from './appearance'

const phone = (typeFactor: number, isDark = false): Phone => ({ typeFactor, isDark })
const nothing = { typeSize: null, colours: 'system' } as const
const MAIN_TEXT = 16

describe('how the screens look', () => {
  it('follows a phone that is set to large type, until the person chooses', () => {
    expect(appearanceOf(nothing, phone(1)).typeSize).toBe('normal')
    expect(appearanceOf(nothing, phone(1.4))).toMatchObject({ typeSize: 'large', isLarge: true, scale: 1.4 })
    expect(appearanceOf({ ...nothing, typeSize: 'normal' }, phone(1.4)).isLarge).toBe(false)
  })

  it('never writes smaller than the phone asks for, up to 200 %', () => {
    for (const typeSize of ['normal', 'large', 'largest'] as const) {
      expect(appearanceOf({ ...nothing, typeSize }, phone(0.8)).scale).toBe(typeScales[typeSize])
      expect(appearanceOf({ ...nothing, typeSize }, phone(2)).scale).toBe(2)
      expect(appearanceOf({ ...nothing, typeSize }, phone(3)).scale).toBe(2)
    }
  })

  it('writes the main text of the large type with at least 18 px, and of the largest with 30 px', () => {
    expect(MAIN_TEXT * typeScales.large).toBeGreaterThanOrEqual(18)
    expect(MAIN_TEXT * typeScales.largest).toBeGreaterThanOrEqual(30)
  })

  it('is dark when the phone is, unless the person wants it otherwise', () => {
    expect(appearanceOf(nothing, phone(1, true)).isDark).toBe(true)
    expect(appearanceOf({ ...nothing, colours: 'light' }, phone(1, true)).isDark).toBe(false)
    expect(appearanceOf({ ...nothing, colours: 'dark' }, phone(1)).isDark).toBe(true)
    expect(classesOf(appearanceOf({ typeSize: 'large', colours: 'dark' }, phone(1)))).toBe('frame dark large')
  })
})
