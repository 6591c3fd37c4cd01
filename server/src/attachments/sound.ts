/** One frame of sound: how many bytes it takes and how many seconds it lasts. */
interface Frame {
  bytes: number
  seconds: number
}
type ReadFrame = (header: Buffer) => Frame | undefined

const HEADER_BYTES = 7
const MOST_SKIPPED = 65_536

/** kbit/s of layer III by index; MPEG 1, and MPEG 2 with 2.5. */
const mp3Rates = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const
/** Samples per second by version bits (0 = 2.5, 2 = 2, 3 = 1) and index. */
const mp3Frequencies: Readonly<Record<number, readonly number[]>> = {
  0: [11_025, 12_000, 8_000],
  2: [22_050, 24_000, 16_000],
  3: [44_100, 48_000, 32_000],
}
const aacFrequencies = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
] as const

/** ISO 11172-3: 11 bits of sync, version, layer, protection; rate, frequency, padding. */
const mp3Frame: ReadFrame = ([sync = 0, second = 0, third = 0]) => {
  const version = (second >> 3) & 3
  const isLayer3 = ((second >> 1) & 3) === 1
  if (sync !== 0xff || second < 0xe0 || !isLayer3) return undefined
  const isFirst = version === 3
  const rate = mp3Rates[isFirst ? 0 : 1][third >> 4]
  const frequency = mp3Frequencies[version]?.[(third >> 2) & 3]
  if (!rate || !frequency) return undefined
  const samples = isFirst ? 1152 : 576
  const padding = (third >> 1) & 1
  return { bytes: Math.floor((samples * rate * 125) / frequency) + padding, seconds: samples / frequency }
}

/** ADTS, ISO 13818-7: 12 bits of sync; frequency; 13 bits of length; blocks of 1024 samples. */
const aacFrame: ReadFrame = ([
  sync = 0,
  second = 0,
  third = 0,
  fourth = 0,
  fifth = 0,
  sixth = 0,
  seventh = 0,
]) => {
  if (sync !== 0xff || (second & 0xf6) !== 0xf0) return undefined
  const frequency = aacFrequencies[(third >> 2) & 15]
  const bytes = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5)
  if (!frequency || bytes < HEADER_BYTES) return undefined
  return { bytes, seconds: (1024 * ((seventh & 3) + 1)) / frequency }
}

/** Adds up the frames. What stands between them (tags, damage) is skipped, but there may not be much of it. */
function lengthOfFrames(bytes: Buffer, readFrame: ReadFrame, from: number): number | undefined {
  let seconds = 0
  let skipped = 0
  for (let at = from; at + 4 <= bytes.length && skipped < MOST_SKIPPED;) {
    const frame = readFrame(bytes.subarray(at, at + HEADER_BYTES))
    seconds += frame?.seconds ?? 0
    skipped += frame ? 0 : 1
    at += frame?.bytes ?? 1
  }
  return seconds > 0 ? seconds : undefined
}

/** ID3v2: the size of the tag before the sound, in four bytes of seven bits. */
function sizeOfTag(bytes: Buffer): number {
  if (bytes.toString('latin1', 0, 3) !== 'ID3') return 0
  return 10 + bytes.subarray(6, 10).reduce((size, byte) => (size << 7) | (byte & 0x7f), 0)
}

/** Seconds of sound; undefined when there is none in it. */
export const lengthOfMp3 = (bytes: Buffer) => lengthOfFrames(bytes, mp3Frame, sizeOfTag(bytes))

/** Seconds of sound; undefined when there is none in it. */
export const lengthOfAac = (bytes: Buffer) => lengthOfFrames(bytes, aacFrame, sizeOfTag(bytes))

/** Seconds of Opus in Ogg, by the position that the last page names; null for another codec. */
export function lengthOfOgg(bytes: Buffer): number | null {
  const last = bytes.lastIndexOf('OggS')
  const isOpus = bytes.subarray(0, 256).includes('OpusHead')
  if (!isOpus || last < 0 || last + 14 > bytes.length) return null
  return Number(bytes.readBigUInt64LE(last + 6)) / 48_000
}

/** Whether a WebM file holds sound alone, as browsers record a voice. Codecs are named near its beginning. */
export function isSoundAlone(webm: Buffer): boolean {
  const start = webm.subarray(0, 65_536)
  return ['A_OPUS', 'A_VORBIS'].some((codec) => start.includes(codec)) && !start.includes('V_')
}
