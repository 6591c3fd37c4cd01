import { type SvmOptions, trainSvm } from './linear-svm.js'
import type { SparseRows } from './sparse-rows.js'

/** What every column is taken to hold on each side before anything is counted. */
const BEFOREHAND = 1
/** Leanings are kept in steps, so that they do not hang on the last bit of a logarithm. */
const STEPS = 1024

/**
 * As `trainSvm`, after each column was stretched by how far it leans to one side: what stands on both alike says
 * little, however rare it is. The weights are those of the rows as they were. After Wang and Manning (2012).
 */
export function trainLeaning(
  rows: SparseRows,
  isPositive: (row: number) => boolean,
  width: number,
  options: SvmOptions,
): Float64Array {
  const leanings = leaningsOf(rows, isPositive, width)
  const values = rows.values.map((value, at) => value * (leanings[rows.columns[at] ?? 0] ?? 0))
  const weights = trainSvm({ ...rows, values }, isPositive, width, options)
  return weights.map((weight, column) => weight * (leanings[column] ?? 1))
}

/**
 * Of every column: the logarithm of how many times as large its share of one side is as its share of the other, its
 * root, and 1 on average.
 */
function leaningsOf(rows: SparseRows, isPositive: (row: number) => boolean, width: number): Float64Array {
  const sums = {
    positive: new Float64Array(width).fill(BEFOREHAND),
    negative: new Float64Array(width).fill(BEFOREHAND),
  }
  for (let row = 0; row < rows.count; row++) {
    const own = isPositive(row) ? sums.positive : sums.negative
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at++) {
      const column = rows.columns[at] ?? 0
      own[column] = (own[column] ?? 0) + (rows.values[at] ?? 0)
    }
  }
  const even = total(sums.positive) / total(sums.negative)
  const leanings = sums.positive.map((sum, column) => {
    const share = sum / (sums.negative[column] ?? 1) / even
    return Math.sqrt(Math.round(Math.abs(Math.log(share)) * STEPS) / STEPS)
  })
  const average = total(leanings) / width
  return leanings.map((leaning) => leaning / average)
}

const total = (numbers: Float64Array): number => numbers.reduce((sum, number) => sum + number, 0)
