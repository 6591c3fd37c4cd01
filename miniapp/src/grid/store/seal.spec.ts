import { createDecipheriv, randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { createSeal, sealedShelf } from './seal'
import { Drawer } from './phone.fixture'

const random = async (length: number) => new Uint8Array(randomBytes(length))
const key = new Uint8Array(randomBytes(32))
const words = '李奶奶，独居，住 3 栋 502'

describe('what lies on the phone', () => {
  it('is read by whoever has the key, under the name that it was given, and by nobody else', async () => {
    const drawer = new Drawer()
    const mine = sealedShelf(drawer, createSeal(key, random))
    await mine.write('household', words)
    expect([...drawer.entries.values()].join()).not.toContain('李')
    expect(await mine.read('household')).toBe(words)

    const another = sealedShelf(drawer, createSeal(new Uint8Array(randomBytes(32)), random))
    expect(await another.read('household')).toBeNull()

    drawer.entries.set('elsewhere', drawer.entries.get('household') ?? '')
    expect(await mine.read('elsewhere')).toBeNull()
  })

  it('is AES-256-GCM as everybody knows it', async () => {
    const sealed = await createSeal(key, random).close(new TextEncoder().encode(words), 'name')
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    decipher.setAAD(Buffer.from('name'))
    decipher.setAuthTag(sealed.subarray(-16))
    const opened = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
    expect(opened.toString()).toBe(words)
  })

  it.each(['', 'not base64 at all', 'QUJD'])('is null when somebody wrote "%s" over it', async (rubbish) => {
    const drawer = new Drawer()
    drawer.entries.set('household', rubbish)
    expect(await sealedShelf(drawer, createSeal(key, random)).read('household')).toBeNull()
  })
})
