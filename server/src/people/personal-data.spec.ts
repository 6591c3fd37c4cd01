import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { PersonalData } from './personal-data.js'

const personalData = new PersonalData({ personalDataKey: Buffer.alloc(32, 7) })
const withAnotherKey = new PersonalData({ personalDataKey: Buffer.alloc(32, 8) })

describe('personal data', () => {
  it('comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(personalData.decrypt(personalData.encrypt(text))).toBe(text)
      }),
    )
  })

  it('looks different each time, and fits its column', () => {
    const [first, second] = [personalData.encrypt('13800001234'), personalData.encrypt('13800001234')]
    expect(first).not.toBe(second)
    expect(first).toMatch(/^g1\.[\w-]+$/)
    expect(first.length).toBeLessThan(60)
  })

  it('is not readable when a single byte was altered', () => {
    const bytes = Buffer.from(personalData.encrypt('陈桂兰').slice(3), 'base64url')
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(() => personalData.decrypt(`g1.${altered.toString('base64url')}`)).toThrow()
    }
  })

  it('is not readable with another key, or cut short, or of another cipher', () => {
    const stored = personalData.encrypt('陈桂兰')
    expect(() => withAnotherKey.decrypt(stored)).toThrow()
    expect(() => personalData.decrypt(stored.slice(0, 20))).toThrow()
    expect(() => personalData.decrypt(stored.replace('g1.', 's1.'))).toThrow('unknown cipher')
  })

  it('is found by an index that tells nothing and depends on the key', () => {
    const index = personalData.indexOf('13800001234')
    expect(index).toMatch(/^[0-9a-f]{64}$/)
    expect(personalData.indexOf('13800001234')).toBe(index)
    expect(personalData.indexOf('13800001235')).not.toBe(index)
    expect(withAnotherKey.indexOf('13800001234')).not.toBe(index)
  })
})
