import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
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

  it('is ChaCha20-Poly1305 as everybody knows it, and says so in its first byte', async () => {
    const sealed = await createSeal(key, random).close(new TextEncoder().encode(words), 'name')
    expect(sealed[0]).toBe(2)
    const decipher = createDecipheriv('chacha20-poly1305', key, sealed.subarray(1, 13), { authTagLength: 16 })
    decipher.setAAD(Buffer.from('name'), { plaintextLength: sealed.length - 29 })
    decipher.setAuthTag(sealed.subarray(-16))
    const opened = Buffer.concat([decipher.update(sealed.subarray(13, -16)), decipher.final()])
    expect(opened.toString()).toBe(words)
  })

  it.each([0, 2, 255])('opens what was sealed before with AES-256-GCM, its first byte %i', (first) => {
    const nonce = randomBytes(12)
    nonce[0] = first
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    cipher.setAAD(Buffer.from('name'))
    const sealed = Buffer.concat([nonce, cipher.update(words, 'utf8'), cipher.final(), cipher.getAuthTag()])
    const seal = createSeal(key, random)
    expect(new TextDecoder().decode(seal.open(new Uint8Array(sealed), 'name') ?? undefined)).toBe(words)
    expect(seal.open(new Uint8Array(sealed), 'another name')).toBeNull()
  })

  it.each(['', 'not base64 at all', 'QUJD'])('is null when somebody wrote "%s" over it', async (rubbish) => {
    const drawer = new Drawer()
    drawer.entries.set('household', rubbish)
    expect(await sealedShelf(drawer, createSeal(key, random)).read('household')).toBeNull()
  })
})
