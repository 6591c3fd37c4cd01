import { Injectable } from '@nestjs/common'
import sharp, { type Sharp } from 'sharp'
import { takenAtOf } from './exif.js'
import { Lane } from './lane.js'
import { broken, tooLarge } from './recognition.js'

const LONGEST_SIDE = 2560
const THUMBNAIL_SIDE = 480
/**
 * A small file can hold a huge picture. JPEG is shrunk while it is read, so that even the 108 megapixels of a
 * phone are cheap; PNG and WebP are unpacked whole.
 */
const mostPixels = { 'image/jpeg': 120_000_000, 'image/png': 40_000_000, 'image/webp': 40_000_000 } as const
type PhotoType = keyof typeof mostPixels

/** Pictures worked on at once, each on one core. Nine that come together wait in line. */
const AT_ONCE = 2
sharp.concurrency(1)
// Every picture comes once, so a cache would hold memory for nothing.
sharp.cache(false)

interface Places {
  source: string
  whole: string
  thumbnail: string
}

const isPhotoType = (type: string): type is PhotoType => type in mostPixels

/** Makes photos upright, of a sensible size, and silent about where and with what they were taken. */
@Injectable()
export class Photos {
  private readonly lane = new Lane(AT_ONCE)

  /**
   * Writes the photo anew, and a thumbnail as WebP.
   * @returns when it was taken, by its EXIF block
   * @throws Problem 413 `attachment_too_large`, 422 `attachment_broken`
   */
  prepare(places: Places, contentType: string): Promise<Date | null> {
    if (!isPhotoType(contentType)) throw new Error(`No photo: ${contentType}`)
    return this.lane.run(() => prepare(places, contentType))
  }
}

async function prepare({ source, whole, thumbnail }: Places, type: PhotoType): Promise<Date | null> {
  const takenAt = await inspect(source, mostPixels[type])
  try {
    const upright = sharp(source, { limitInputPixels: mostPixels[type], failOn: 'error' })
      .autoOrient()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
    await encoded(upright, type).toFile(whole)
    await sharp(whole)
      .resize(THUMBNAIL_SIDE, THUMBNAIL_SIDE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 74 })
      .toFile(thumbnail)
  } catch {
    throw broken()
  }
  return takenAt
}

/** Reads the header alone. */
async function inspect(source: string, pixels: number): Promise<Date | null> {
  const metadata = await sharp(source, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw broken()
    })
  if (metadata.width * metadata.height > pixels) throw tooLarge('照片的像素太高，请压缩或截图后再传')
  return metadata.exif ? takenAtOf(metadata.exif) : null
}

/** In its own format, without any metadata: sharp writes none unless asked. */
function encoded(image: Sharp, type: PhotoType): Sharp {
  if (type === 'image/png') return image.png()
  return type === 'image/webp' ? image.webp({ quality: 84 }) : image.jpeg({ quality: 84 })
}
