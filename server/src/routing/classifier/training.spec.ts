import { describe, expect, it } from '@jest/globals'
import { encoded } from './model-file.js'
import { train } from './training.js'
import type { Example, TrainingOptions } from './training-options.js'

const options: TrainingOptions = { cost: 1, grams: 1_000, weights: 5_000, wantedPrecision: 0.95 }

const examples: readonly Example[] = Array.from({ length: 30 }, (_, n): Example[] => [
  { code: 'light', text: `路灯不亮${'一二三'.charAt(n % 3)}天，请尽快处理`, origin: 2 * n },
  { code: 'water', text: `自来水停${'一二三'.charAt(n % 3)}天，请尽快处理`, origin: 2 * n + 1 },
]).flat()

const scoreOf = (own: readonly Example[], text: string, code: string) =>
  train(own, options)
    .guess(text, 2)
    .find((guess) => guess.code === code)?.score ?? 0

describe('training', () => {
  it('believes a text of more weight where two contradict each other', () => {
    const contradicting = (weight: number): Example[] => [
      ...examples,
      ...Array.from({ length: 10 }, (): Example[] => [
        { code: 'light', text: '电箱漏电', origin: null, weight },
        { code: 'water', text: '电箱漏电', origin: null, weight: 1 / weight },
      ]).flat(),
    ]
    expect(scoreOf(contradicting(5), '电箱漏电', 'light')).toBeGreaterThan(0)
    expect(scoreOf(contradicting(0.2), '电箱漏电', 'light')).toBeLessThan(0)
  })

  it.each([true, false])('makes the same bytes of the same texts (by leaning: %s)', (byLeaning) => {
    const made = () => encoded(train(examples, { ...options, byLeaning }))
    expect(made().equals(made())).toBe(true)
  })
})
