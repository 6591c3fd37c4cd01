import type { SparseRows } from './sparse-rows.js'

export interface SvmOptions {
  /** What each example on the wrong side costs. */
  costs: Float64Array
  rounds: number
  seed: number
}

/** Looked up once: inside a test every global is looked up slowly. */
const { max, min } = Math
/** Ends when no example asks for a larger change than this. */
const TOLERANCE = 0.1

/**
 * A linear classifier of two classes with squared hinge loss, by dual coordinate descent with shrinking: the method
 * of Hsieh, Chang, Lin, Keerthi and Sundararajan (2008). One example after another, in an order drawn anew each
 * round, moves the weights as far as it alone would like; examples that have long been right are left out.
 * Deterministic: sums in a fixed order and an own generator.
 * @returns a weight for every column, and last the bias
 */
export function trainSvm(
  rows: SparseRows,
  isPositive: (row: number) => boolean,
  width: number,
  options: SvmOptions,
) {
  const { costs, rounds, seed } = options
  const { count, starts, columns, values } = rows
  const weights = new Float64Array(width + 1)
  const pulls = new Float64Array(count)
  const sides = Float64Array.from({ length: count }, (_, row) => (isPositive(row) ? 1 : -1))
  const softness = costs.map((cost) => 0.5 / cost)
  const lengths = squaredLengths(rows, softness)
  const order = Int32Array.from({ length: count }, (_, row) => row)
  const draw = generator(seed)
  let active = count
  let limit = Infinity
  for (let round = 0; round < rounds; round++) {
    shuffle(order, active, draw)
    let most = -Infinity
    let least = Infinity
    for (let place = 0; place < active; place++) {
      const row = order[place] ?? 0
      const side = sides[row] ?? 0
      const pull = pulls[row] ?? 0
      const start = starts[row] ?? 0
      const end = starts[row + 1] ?? 0
      let score = weights[width] ?? 0
      for (let at = start; at < end; at++) score += (weights[columns[at] ?? 0] ?? 0) * (values[at] ?? 0)
      const slope = score * side - 1 + pull * (softness[row] ?? 0)
      if (pull === 0 && slope > limit) {
        active--
        order[place] = order[active] ?? 0
        order[active] = row
        place--
        continue
      }
      const wish = pull === 0 ? min(slope, 0) : slope
      most = max(most, wish)
      least = min(least, wish)
      if (wish === 0) continue
      const next = max(pull - slope / (lengths[row] ?? 1), 0)
      const step = (next - pull) * side
      pulls[row] = next
      for (let at = start; at < end; at++) {
        const column = columns[at] ?? 0
        weights[column] = (weights[column] ?? 0) + step * (values[at] ?? 0)
      }
      weights[width] = (weights[width] ?? 0) + step
    }
    if (most - least <= TOLERANCE) {
      if (active === count) break
      // The ones that were left out have the last word.
      active = count
      limit = Infinity
    } else limit = most <= 0 ? Infinity : most
  }
  return weights
}

function squaredLengths({ count, starts, values }: SparseRows, softness: Float64Array): Float64Array {
  return Float64Array.from({ length: count }, (_, row) => {
    let sum = 1 + (softness[row] ?? 0)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) sum += (values[at] ?? 0) ** 2
    return sum
  })
}

function shuffle(order: Int32Array, length: number, draw: () => number): void {
  for (let place = 0; place < length; place++) {
    const other = place + (draw() % (length - place))
    const kept = order[place] ?? 0
    order[place] = order[other] ?? 0
    order[other] = kept
  }
}

/** Marsaglia's xorshift: the same numbers from the same seed on every machine. */
export function generator(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
}
