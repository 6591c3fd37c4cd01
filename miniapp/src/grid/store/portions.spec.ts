import { createDecipheriv, randomBytes } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import type { Source } from '@/platform/kept-port'
import { closeInPortions, createBreath, openInPortions, PORTIONS_TOGETHER } from './portions'
import { createSeal, PORTION, PORTION_SEALED, SEALED_HEAD } from './seal'

const random = async (length: number) => new Uint8Array(randomBytes(length))
const key = new Uint8Array(randomBytes(32))
const seal = createSeal(key, random)
const atOnce = async () => {}

/** A file in memory, of which it is known how much was asked for at a time. */
class InMemory implements Source {
  readonly asked: number[] = []
  private parts: Uint8Array[] = []
  constructor(private bytes: Uint8Array = new Uint8Array(0)) {}

  get size() {
    return this.all.length
  }
  get all(): Uint8Array {
    if (this.parts.length) this.bytes = new Uint8Array(Buffer.concat([this.bytes, ...this.parts.splice(0)]))
    return this.bytes
  }
  async read(from: number, length: number) {
    this.asked.push(length)
    return new Uint8Array(this.all.slice(from, from + length))
  }
  async add(bytes: Uint8Array) {
    this.parts.push(bytes)
  }
}

const sealed = async (bytes: Uint8Array, name = 'video') => {
  const [source, twin] = [new InMemory(bytes), new InMemory()]
  await closeInPortions(source, twin, seal, name, atOnce)
  return { source, twin }
}
const opens = async (bytes: Uint8Array, name = 'video', by = seal) => {
  const opened = new InMemory()
  return (await openInPortions(new InMemory(bytes), opened, by, name, atOnce)) ? opened.all : null
}

describe('a large file', () => {
  it.each([0, 1, PORTION - 1, PORTION, PORTION + 1, 3 * PORTION, 8 * PORTION, 17 * PORTION + 17])(
    'of %i bytes is sealed and opened in portions, of which no more than a few are in memory',
    async (size) => {
      const bytes = new Uint8Array(randomBytes(size))
      const { source, twin } = await sealed(bytes)
      expect(Math.max(...source.asked)).toBeLessThanOrEqual(PORTION * PORTIONS_TOGETHER)
      expect(twin.all[0]).toBe(3)
      const opened = await opens(twin.all)
      expect(opened && Buffer.compare(opened, bytes)).toBe(0)
    },
  )

  it('is ChaCha20-Poly1305 as everybody knows it, portion by portion', async () => {
    const bytes = new Uint8Array(randomBytes(PORTION + 5))
    const { twin } = await sealed(bytes)
    const nonce = Buffer.concat([twin.all.subarray(1, SEALED_HEAD), Buffer.from([0, 0, 0, 3])])
    const last = twin.all.subarray(SEALED_HEAD + PORTION_SEALED)
    const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 })
    decipher.setAAD(Buffer.from('video'), { plaintextLength: 5 })
    decipher.setAuthTag(last.subarray(-16))
    const opened = Buffer.concat([decipher.update(last.subarray(0, -16)), decipher.final()])
    expect(Buffer.compare(opened, bytes.subarray(PORTION))).toBe(0)
  })

  it('is nothing when it was cut off, put in another order, altered, named otherwise, or sealed by somebody else', async () => {
    const { twin } = await sealed(new Uint8Array(randomBytes(3 * PORTION)))
    const all = twin.all
    const portion = (index: number) =>
      all.subarray(SEALED_HEAD + index * PORTION_SEALED, SEALED_HEAD + (index + 1) * PORTION_SEALED)
    const cutOff = all.subarray(0, SEALED_HEAD + 2 * PORTION_SEALED)
    const swapped = Buffer.concat([all.subarray(0, SEALED_HEAD), portion(1), portion(0), portion(2)])
    const altered = all.slice()
    altered[SEALED_HEAD + PORTION_SEALED + 9] = (altered[SEALED_HEAD + PORTION_SEALED + 9] ?? 0) ^ 1
    for (const wrong of [cutOff, new Uint8Array(swapped), altered, all.subarray(0, SEALED_HEAD)])
      expect(await opens(wrong)).toBeNull()
    expect(await opens(all, 'another')).toBeNull()
    expect(await opens(all, 'video', createSeal(new Uint8Array(randomBytes(32)), random))).toBeNull()
  })

  it('that was sealed in one go before is left to the seal itself', async () => {
    const before = await seal.close(new Uint8Array(randomBytes(100)), 'video')
    expect(await opens(before)).toBeNull()
    expect(seal.open(before, 'video')).toHaveLength(100)
  })

  it('gives way to the screen when it has worked for half a frame, and not sooner', async () => {
    let [time, turns] = [0, 0]
    const breath = createBreath(() => time)
    const other = setInterval(() => (turns += 1), 0)
    for (let portion = 0; portion < 20; portion += 1) {
      time += 1
      await breath()
    }
    expect(turns).toBeLessThanOrEqual(2)
    const before = turns
    for (let portion = 0; portion < 20; portion += 1) {
      time += 9
      await breath()
    }
    clearInterval(other)
    expect(turns - before).toBeGreaterThan(5)
  })
})
