/** First and last byte, both included. */
export interface ByteRange {
  start: number
  end: number
}

/**
 * The part of a file that a Range header asks for (RFC 9110, 14.2). iOS plays nothing that is not served in parts.
 * @returns undefined for the whole file (no header, another unit, or several ranges, which may be ignored);
 *   'unsatisfiable' when the file has no such part
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  if (first === '') return checked(Math.max(0, size - Number(last)), size - 1)
  return checked(Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1))
}

const checked = (start: number, end: number) => (start > end ? 'unsatisfiable' : { start, end })
