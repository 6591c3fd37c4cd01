import { expect, it } from '@jest/globals'
import { trainLeaning } from './leaning.js'
import { trainSvm } from './linear-svm.js'
import { sparseRows } from './sparse-rows.js'

/** What stands on the one side, on the other, and on both, somewhat oftener on the one. */
const [ONE, OTHER, BOTH] = [0, 1, 2]
const [longer, shorter] = [0.8, 0.6]
const rows = sparseRows([
  [
    [ONE, longer],
    [BOTH, shorter],
  ],
  [
    [ONE, longer],
    [BOTH, shorter],
  ],
  [
    [OTHER, longer],
    [BOTH, shorter],
  ],
  [[OTHER, 1]],
])
const options = { costs: new Float64Array(4).fill(1), rounds: 50, seed: 1 }
const isOne = (row: number) => row < 2
const shareOfBoth = (weights: Float64Array) => Math.abs((weights[BOTH] ?? 0) / (weights[ONE] ?? 0))

it('hears less of what stands on both sides, and tells them apart as before', () => {
  const weights = trainLeaning(rows, isOne, 3, options)
  expect(shareOfBoth(weights)).toBeLessThan(shareOfBoth(trainSvm(rows, isOne, 3, options)))
  expect(weights[ONE]).toBeGreaterThan(0)
  expect(weights[OTHER]).toBeLessThan(0)
})
