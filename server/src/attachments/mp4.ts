import type { FileHandle } from 'node:fs/promises'

/** What an MP4 file (mp4, m4a) says about itself. */
export interface Movie {
  hasPicture: boolean
  hasSound: boolean
  /** Null in what a browser records: it is written before its length is known. */
  seconds: number | null
  /** Boxes that may tell where and with what it was recorded; positions are those of the file. */
  personalBoxes: Box[]
}

interface Box {
  type: string
  /** The header's first byte, the content's first byte, and the byte after the last. */
  start: number
  body: number
  end: number
}

const HEADER_BYTES = 16
/** The index of an hour of film has less than a megabyte. More would be an attack on our memory. */
const LARGEST_INDEX = 8 * 1024 * 1024
const MOST_BOXES = 20_000
const personal = new Set(['udta', 'meta', 'uuid'])

/** @returns undefined when it is not a whole, playable file */
export async function readMovie(file: FileHandle): Promise<Movie | undefined> {
  const boxes = await boxesOfFile(file)
  const index = boxes.find(({ type }) => type === 'moov')
  if (!index || index.end - index.start > LARGEST_INDEX) return undefined
  const bytes = Buffer.alloc(index.end - index.start)
  await file.read(bytes, 0, bytes.length, index.start)
  const inIndex = boxesIn(bytes, index.body - index.start, bytes.length)
  const inTracks = childrenOf(bytes, inIndex, 'trak')
  const kinds = childrenOf(bytes, childrenOf(bytes, inIndex, 'trak'), 'mdia')
    .filter(({ type }) => type === 'hdlr')
    .map(({ body }) => bytes.toString('latin1', body + 8, body + 12))
  const length = inIndex.find(({ type }) => type === 'mvhd')
  return {
    hasPicture: kinds.includes('vide'),
    hasSound: kinds.includes('soun'),
    seconds: length ? secondsOf(bytes.subarray(length.body, length.end)) : null,
    personalBoxes: [...personalOf(boxes, 0), ...personalOf([...inIndex, ...inTracks], index.start)],
  }
}

/** Empties the boxes that tell about the person and calls them "free": nothing in the file moves. */
export async function forgetPerson(file: FileHandle, { personalBoxes }: Movie): Promise<void> {
  for (const { start, body, end } of personalBoxes) {
    await file.write('free', start + 4, 'latin1')
    await file.write(Buffer.alloc(end - body), 0, end - body, body)
  }
}

const personalOf = (boxes: readonly Box[], offset: number): Box[] =>
  boxes
    .filter(({ type }) => personal.has(type))
    .map(({ type, start, body, end }) => ({
      type,
      start: start + offset,
      body: body + offset,
      end: end + offset,
    }))

const childrenOf = (bytes: Buffer, boxes: readonly Box[], type: string): Box[] =>
  boxes.filter((box) => box.type === type).flatMap(({ body, end }) => boxesIn(bytes, body, end))

/** The outermost boxes; none when the last one is cut off. */
async function boxesOfFile(file: FileHandle): Promise<Box[]> {
  const { size } = await file.stat()
  const header = Buffer.alloc(HEADER_BYTES)
  const boxes: Box[] = []
  for (let at = 0; at < size && boxes.length < MOST_BOXES;) {
    const { bytesRead } = await file.read(header, 0, HEADER_BYTES, at)
    const box = boxAt(header.subarray(0, bytesRead), at, size)
    if (!box) return []
    boxes.push(box)
    at = box.end
  }
  return boxes
}

function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at < to;) {
    const box = boxAt(bytes.subarray(at, Math.min(at + HEADER_BYTES, to)), at, to)
    if (!box) break
    boxes.push(box)
    at = box.end
  }
  return boxes
}

/** A header: size, name, and the size again in 64 bits when it said 1. A size of 0 means up to the end. */
function boxAt(header: Buffer, start: number, limit: number): Box | undefined {
  if (header.length < 8) return undefined
  const size = header.readUInt32BE(0)
  const isLarge = size === 1
  if (isLarge && header.length < HEADER_BYTES) return undefined
  const length = isLarge ? Number(header.readBigUInt64BE(8)) : size || limit - start
  const body = start + (isLarge ? HEADER_BYTES : 8)
  const end = start + length
  return end < body || end > limit ? undefined : { type: header.toString('latin1', 4, 8), start, body, end }
}

/** From the movie header: version 1 has its times in 64 bits, version 0 in 32. */
function secondsOf(header: Buffer): number | null {
  const isLong = header[0] === 1
  if (header.length < (isLong ? 32 : 20)) return null
  const scale = header.readUInt32BE(isLong ? 20 : 12)
  const units = isLong ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16)
  const isUnknown = units === 0 || scale === 0 || units >= 0xffff_ffff
  return isUnknown ? null : units / scale
}
