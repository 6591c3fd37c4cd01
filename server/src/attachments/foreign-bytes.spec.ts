import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { rangeOf } from './byte-range.js'
import { takenAtOf } from './exif.js'
import { mp4 } from './media.fixture.js'
import { readMovie } from './mp4.js'
import { lengthOfAac, lengthOfMp3, lengthOfOgg } from './sound.js'

/** Files come from strangers: whatever is in them, a reader answers, and does not throw or go round for ever. */
const anything = fc.uint8Array({ maxLength: 4_000 }).map((bytes) => Buffer.from(bytes))
/** A good file in which some bytes were changed. */
const damaged = (good: Buffer) =>
  fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 12 }).map((changes) => {
    const bytes = Buffer.from(good)
    for (const [at, value] of changes) bytes[at] = value
    return bytes
  })

async function movieIn(bytes: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'minsheng-movie-'))
  await writeFile(join(folder, 'movie'), bytes)
  const file = await open(join(folder, 'movie'))
  try {
    return await readMovie(file)
  } finally {
    await file.close()
    await rm(folder, { recursive: true })
  }
}

/** An EXIF block with one text in its Exif folder. */
function exif(text: string, order: 'II' | 'MM' = 'MM'): Buffer {
  const tiff = Buffer.alloc(80)
  const isLittle = order === 'II'
  const put16 = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const put32 = (value: number, at: number) =>
    isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  tiff.write(order)
  put32(8, 4)
  put16(1, 8)
  put16(0x8769, 10)
  put32(26, 18)
  put16(1, 26)
  put16(0x9003, 28)
  put32(text.length + 1, 32)
  put32(50, 36)
  tiff.write(text, 50, 'latin1')
  return Buffer.concat([Buffer.from('Exif\0\0'), tiff])
}

describe('the time of a photo', () => {
  it.each(['II', 'MM'] as const)('is read in the byte order %s, and taken for Chinese time', (order) => {
    expect(takenAtOf(exif('2026:11:19 08:30:00', order))).toEqual(new Date('2026-11-19T00:30:00Z'))
  })

  it.each(['', '0000:00:00 00:00:00', '2026:13:41 08:30:00', 'yesterday'])(
    'is unknown when the camera wrote "%s"',
    (text) => {
      expect(takenAtOf(exif(text))).toBeNull()
    },
  )

  it('is a date or unknown, whatever the block holds', () => {
    fc.assert(
      fc.property(fc.oneof(anything, damaged(exif('2026:11:19 08:30:00'))), (bytes) => {
        const takenAt = takenAtOf(bytes)
        expect(takenAt === null || !Number.isNaN(takenAt.getTime())).toBe(true)
      }),
    )
  })
})

describe('foreign files', () => {
  it('sound: a length of zero or more, or none', () => {
    fc.assert(
      fc.property(anything, (bytes) => {
        for (const lengthOf of [lengthOfMp3, lengthOfAac, lengthOfOgg])
          expect(lengthOf(bytes) ?? 0).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('films: all boxes that are to be emptied lie within the file', async () => {
    const good = mp4(['vide', 'soun'], 9)
    await fc.assert(
      fc.asyncProperty(fc.oneof(anything, damaged(good)), async (bytes) => {
        for (const { start, body, end } of (await movieIn(bytes))?.personalBoxes ?? []) {
          expect(start).toBeLessThan(body)
          expect(body).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(bytes.length)
        }
      }),
    )
  })
})

describe('a range of bytes', () => {
  it.each<[string | undefined, ReturnType<typeof rangeOf>]>([
    [undefined, undefined],
    ['bytes=0-', { start: 0, end: 99 }],
    ['bytes=0-1', { start: 0, end: 1 }],
    ['bytes=90-500', { start: 90, end: 99 }],
    ['bytes=-30', { start: 70, end: 99 }],
    ['bytes=-300', { start: 0, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', 'unsatisfiable'],
    ['bytes=-', undefined],
    ['bytes=0-1,5-6', undefined],
    ['seconds=1-2', undefined],
  ])('%s of 100 bytes is %j', (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range)
  })
})
