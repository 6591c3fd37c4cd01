import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { Model, type ModelHeader } from './model.js'

const MAGIC = 'MSRM2\n'

/** A model as bytes: the magic word, and the rest packed with Brotli. */
export const encoded = (model: Model): Buffer =>
  Buffer.concat([Buffer.from(MAGIC), brotliCompressSync(unpacked(model))])

/**
 * The length of the header and the header as JSON, then for every gram how far it is from the one before, how rare it
 * is, and its weights as column (from the one before) and level. Numbers without a sign have seven bits in a byte; the
 * highest says that more follow.
 */
function unpacked({ header, weights }: Model): Buffer {
  const { vocabulary, starts, columns, levels, largest, biases } = weights
  const head = Buffer.from(
    JSON.stringify({ ...header, grams: vocabulary.grams.length, largest, biases: [...biases] }),
  )
  const bytes: number[] = []
  const put = (number: number) => {
    let rest = number
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
    bytes.push(rest)
  }
  let before = 0
  for (const [place, gram] of vocabulary.grams.entries()) {
    put(gram - before)
    before = gram
    bytes.push(vocabulary.rarities[place] ?? 0)
    const start = starts[place] ?? 0
    const end = starts[place + 1] ?? 0
    put(end - start)
    for (let at = start; at < end; at++) {
      put((columns[at] ?? 0) - (at === start ? 0 : (columns[at - 1] ?? 0)))
      bytes.push((levels[at] ?? 0) & 255)
    }
  }
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  return Buffer.concat([length, head, Buffer.from(bytes)])
}

/** @throws Error when the bytes are no model */
export function decoded(file: Buffer): Model {
  if (file.subarray(0, MAGIC.length).toString() !== MAGIC)
    throw new Error('These bytes are no model for routing')
  return read(brotliDecompressSync(file.subarray(MAGIC.length)))
}

function read(bytes: Buffer): Model {
  const start = 4
  const body = start + bytes.readUInt32LE(0)
  const {
    grams: count,
    largest,
    biases,
    ...header
  } = JSON.parse(bytes.toString('utf8', start, body)) as ModelHeader & {
    grams: number
    largest: number
    biases: number[]
  }
  const grams = new Int32Array(count)
  const rarities = new Uint8Array(count)
  const starts = new Int32Array(count + 1)
  const columns = new Uint16Array(bytes.length - body)
  const levels = new Int8Array(bytes.length - body)
  let at = body
  const take = () => {
    let number = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      number |= (byte & 127) << shift
      if (byte < 128) return number
    }
  }
  let gram = 0
  let kept = 0
  for (let place = 0; place < count; place++) {
    gram += take()
    grams[place] = gram
    rarities[place] = bytes[at++] ?? 0
    const size = take()
    let column = 0
    for (let entry = 0; entry < size; entry++) {
      column += take()
      columns[kept] = column
      levels[kept] = ((bytes[at++] ?? 0) << 24) >> 24
      kept++
    }
    starts[place + 1] = kept
  }
  return new Model(header, {
    vocabulary: { grams, rarities },
    starts,
    columns: columns.slice(0, kept),
    levels: levels.slice(0, kept),
    largest,
    biases: Float64Array.from(biases),
  })
}
