import type { SparseRows } from './sparse-rows.js'
import { sparseRows } from './sparse-rows.js'

/** Rarity is kept in sixteenths, which a byte holds; the numbers of a model then do not hang on the last bit of a logarithm. */
const RARITY_STEPS = 16
const COUNT_STEPS = 256
const MOST_COUNTED = 64
const RAREST = 255

/** What the n-th standing of a gram in one text adds: 1 + ln n. */
const weightOfCount = Float64Array.from({ length: MOST_COUNTED + 1 }, (_, count) =>
  count === 0 ? 0 : Math.round((1 + Math.log(count)) * COUNT_STEPS) / COUNT_STEPS,
)

/** The fourth root of the share of texts that hold a gram of such a rarity, to a factor. */
export const frequencyOf = (rarity: number): number => Math.sqrt(Math.sqrt(Math.exp(-rarity / RARITY_STEPS)))

/** The grams that a model knows, in ascending order, and how rare each is. */
export interface Vocabulary {
  grams: Int32Array
  /** 1 + ln(texts / texts with the gram), in sixteenths. */
  rarities: Uint8Array
}

/** The grams that stand in at least two of the texts. */
export function vocabularyOf(texts: readonly ReadonlyMap<number, number>[]): Vocabulary {
  const holders = new Map<number, number>()
  for (const grams of texts) for (const gram of grams.keys()) holders.set(gram, (holders.get(gram) ?? 0) + 1)
  const known = [...holders].filter(([, count]) => count > 1).sort(([a], [b]) => a - b)
  return {
    grams: Int32Array.from(known, ([gram]) => gram),
    rarities: Uint8Array.from(known, ([, count]) =>
      Math.min(RAREST, Math.round((1 + Math.log(texts.length / count)) * RARITY_STEPS)),
    ),
  }
}

/** The part of a vocabulary whose places are given, in ascending order. */
export function narrowed({ grams, rarities }: Vocabulary, places: readonly number[]): Vocabulary {
  return {
    grams: Int32Array.from(places, (place) => grams[place] ?? 0),
    rarities: Uint8Array.from(places, (place) => rarities[place] ?? 0),
  }
}

/** Texts as rows of length 1 over the vocabulary. */
export function rowsOf(texts: readonly ReadonlyMap<number, number>[], vocabulary: Vocabulary): SparseRows {
  const lookup = new GramTable(vocabulary)
  return sparseRows(texts.map((grams) => lookup.row(grams)))
}

/** Finds the place of a gram: open addressing in one typed array, no object per gram. */
export class GramTable {
  private readonly slots: Int32Array
  private readonly mask: number

  constructor(private readonly vocabulary: Vocabulary) {
    const { grams } = vocabulary
    let size = 64
    while (size < grams.length * 3) size *= 2
    this.slots = new Int32Array(size)
    this.mask = size - 1
    for (const [place, gram] of grams.entries()) {
      let slot = gram & this.mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot] = place + 1
    }
  }

  /** @returns -1 for what is no gram, or one that is not known */
  placeOf(gram: number): number {
    if (gram < 0) return gram
    const { slots, mask, vocabulary } = this
    let slot = gram & mask
    for (;;) {
      const place = (slots[slot] ?? 0) - 1
      if (place < 0 || vocabulary.grams[place] === gram) return place
      slot = (slot + 1) & mask
    }
  }

  /** What a gram weighs that stands in a text so often, before the row is brought to length 1. */
  weightOf(place: number, count: number): number {
    return (
      (weightOfCount[count < MOST_COUNTED ? count : MOST_COUNTED] ?? 0) *
      ((this.vocabulary.rarities[place] ?? 0) / RARITY_STEPS)
    )
  }

  /** The known grams of a text with their weights, of length 1 together. */
  row(grams: ReadonlyMap<number, number>): [place: number, weight: number][] {
    const row: [number, number][] = []
    let squares = 0
    for (const [gram, count] of grams) {
      const place = this.placeOf(gram)
      if (place < 0) continue
      const weight = this.weightOf(place, count)
      squares += weight * weight
      row.push([place, weight])
    }
    const length = Math.sqrt(squares) || 1
    for (const entry of row) entry[1] /= length
    return row
  }
}
