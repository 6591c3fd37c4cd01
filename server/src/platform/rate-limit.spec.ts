import { describe, expect, it } from '@jest/globals'
import { RateLimits } from './rate-limit.js'

const limit = { name: 'knock', points: 2, seconds: 60 }

describe('rate limits', () => {
  it('refuse the third knock, but give back what did not count', async () => {
    const limits = new RateLimits({ hasRateLimits: true })
    await limits.consume(limit, 'a')
    await limits.consume(limit, 'a')
    await expect(limits.consume(limit, 'a')).rejects.toMatchObject({
      status: 429,
      extras: { retryAfter: 60 },
    })
    await limits.giveBack(limit, 'a')
    await limits.giveBack(limit, 'a')
    await limits.consume(limit, 'a')
  })

  it('keep the counts of limits and keys apart', async () => {
    const limits = new RateLimits({ hasRateLimits: true })
    for (const key of ['a', 'b'])
      for (const name of ['one', 'two']) await limits.consume({ ...limit, name, points: 1 }, key)
    await expect(limits.consume({ ...limit, name: 'one', points: 1 }, 'a')).rejects.toMatchObject({
      status: 429,
    })
  })

  it('forget the oldest key when a flood of them comes', async () => {
    const limits = new RateLimits({ hasRateLimits: true })
    const once = { ...limit, points: 1 }
    await limits.consume(once, 'first')
    for (let i = 0; i < 50_000; i += 1) await limits.consume(once, `flood ${i}`)
    await limits.consume(once, 'first')
    await expect(limits.consume(once, 'flood 49999')).rejects.toMatchObject({ status: 429 })
  })
})
