const EXIF_HEADER = 6
const ENTRY_BYTES = 12
const tags = { exifFolder: 0x8769, takenAt: 0x9003, offsetOfTakenAt: 0x9011 } as const

/** Positions of the values of one folder of tags. */
type Folder = ReadonlyMap<number, number>

/**
 * When the camera says a photo was taken. A camera that names no time zone is taken to be in China.
 * @param exif the EXIF block as the image holds it, with its "Exif" header
 * @returns null when it does not say, or says it in no readable way
 */
export function takenAtOf(exif: Buffer): Date | null {
  try {
    const tiff = new Tiff(exif.subarray(EXIF_HEADER))
    const root = tiff.folderAt(tiff.uint32(4))
    const pointer = root.get(tags.exifFolder)
    if (pointer === undefined) return null
    const folder = tiff.folderAt(tiff.uint32(pointer))
    return instantOf(tiff.text(folder, tags.takenAt), tiff.text(folder, tags.offsetOfTakenAt))
  } catch {
    // A pointer beyond the end: whoever wrote this block did not mean it to be read.
    return null
  }
}

/** EXIF is a TIFF file without a picture: folders of 12-byte entries, in the byte order it names itself. */
class Tiff {
  private readonly isLittleEndian: boolean

  constructor(private readonly bytes: Buffer) {
    this.isLittleEndian = bytes.toString('latin1', 0, 2) === 'II'
  }

  uint16(at: number): number {
    return this.isLittleEndian ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at)
  }

  uint32(at: number): number {
    return this.isLittleEndian ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at)
  }

  folderAt(start: number): Folder {
    const entries = new Map<number, number>()
    for (let left = this.uint16(start), at = start + 2; left > 0; left -= 1, at += ENTRY_BYTES)
      entries.set(this.uint16(at), at + 8)
    return entries
  }

  /** The text of a tag; longer ones than four bytes are stored elsewhere. */
  text(folder: Folder, tag: number): string | undefined {
    const value = folder.get(tag)
    if (value === undefined) return undefined
    const length = this.uint32(value - 4)
    const start = length > 4 ? this.uint32(value) : value
    return this.bytes.toString('latin1', start, start + length).replace(/\0.*$/s, '')
  }
}

/** "2026:11:21 14:03:00" and "+08:00". */
function instantOf(local: string | undefined, offset: string | undefined): Date | null {
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(local ?? '') ?? []
  const zone = /^[+-]\d\d:\d\d$/.test(offset ?? '') ? offset : '+08:00'
  const instant = new Date(`${year}-${month}-${day}T${time}${zone}`)
  return Number.isNaN(instant.getTime()) ? null : instant
}
