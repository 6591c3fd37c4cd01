import { crc32 } from 'node:zlib'
import sharp from 'sharp'

const red = { r: 200, g: 30, b: 30 }
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: red } })

/** A photo as a phone makes it: lying on its side, with time, place and maker in its EXIF block. */
export const phonePhoto = (width = 4000, height = 3000): Promise<Buffer> =>
  plain(width, height)
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'SecretPhone' },
      IFD2: { DateTimeOriginal: '2026:11:19 08:30:00', OffsetTimeOriginal: '+08:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 1/1 12/1' },
    })
    .jpeg()
    .toBuffer()

export const smallPng = (): Promise<Buffer> => plain(60, 40).png().toBuffer()
export const smallWebp = (): Promise<Buffer> => plain(60, 40).webp().toBuffer()
/** A few hundred bytes that say they are 400 megapixels. */
export async function bomb(): Promise<Buffer> {
  const png = await smallPng()
  png.writeUInt32BE(20_000, 16)
  png.writeUInt32BE(20_000, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

/** So many frames of MPEG 1 layer III, 128 kbit/s, 44.1 kHz: 26 ms each. */
export function mp3(frames: number): Buffer {
  const frame = Buffer.alloc(417)
  frame.set([0xff, 0xfb, 0x90, 0x00])
  return Buffer.concat(Array<Buffer>(frames).fill(frame))
}

/** An ID3v2 tag with a cover picture of so many bytes, as music players put it before the sound. */
export function id3(bytes: number): Buffer {
  const header = Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, (bytes >> 7) & 0x7f, bytes & 0x7f])
  return Buffer.concat([header, Buffer.alloc(bytes, 0xff)])
}

/** So many ADTS frames at 16 kHz: 64 ms each. */
export function aac(frames: number): Buffer {
  const length = 200
  const frame = Buffer.alloc(length)
  frame.set([
    0xff,
    0xf1,
    (1 << 6) | (8 << 2),
    (1 << 6) | (length >> 11),
    (length >> 3) & 0xff,
    (length & 7) << 5,
    0,
  ])
  return Buffer.concat(Array<Buffer>(frames).fill(frame))
}

function box(type: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const header = Buffer.alloc(8)
  header.writeUInt32BE(body.length + 8)
  header.write(type, 4, 'latin1')
  return Buffer.concat([header, body])
}

function movieHeader(seconds: number): Buffer {
  const header = Buffer.alloc(100)
  header.writeUInt32BE(1000, 12)
  header.writeUInt32BE(seconds * 1000, 16)
  return box('mvhd', header)
}

function track(handler: 'vide' | 'soun'): Buffer {
  const content = Buffer.alloc(24)
  content.write(handler, 8, 'latin1')
  return box('trak', box('mdia', box('hdlr', content)))
}

/** Where it was recorded, as phones write it. */
export const secretPlace = '+36.0200+117.9600/'

/** The skeleton of an MP4 file, in which a phone has hidden where it was recorded. */
export const mp4 = (handlers: ('vide' | 'soun')[], seconds: number, brand = 'isom'): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`, 'latin1')),
    box('mdat', Buffer.alloc(5_000, 1)),
    box(
      'moov',
      movieHeader(seconds),
      ...handlers.map(track),
      box('udta', box('\xa9xyz', Buffer.from(secretPlace))),
    ),
  ])

/** The beginning of a WebM file with this codec. */
export const webm = (codec: string): Buffer =>
  Buffer.concat([
    Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84]),
    Buffer.from('webm'),
    Buffer.from([0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x86]),
    Buffer.from(codec),
    Buffer.alloc(500),
  ])

/** Ogg with Opus that ends after so many seconds. */
export function oggOpus(seconds: number): Buffer {
  const page = (granule: number, content: string) => {
    const header = Buffer.alloc(28)
    header.write('OggS')
    header.writeBigUInt64LE(BigInt(granule), 6)
    header[26] = 1
    header[27] = content.length
    return Buffer.concat([header, Buffer.from(content)])
  }
  return Buffer.concat([page(0, 'OpusHead01234567890'), page(seconds * 48_000, 'x'.repeat(100))])
}
