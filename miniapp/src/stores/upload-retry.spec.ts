import { describe, expect, it } from '@jest/globals'
import { ApiError } from '@/services/api-error'
import { createLanes, withRetry } from './upload-retry'

const noWait = () => Promise.resolve()

describe('an upload', () => {
  it('is tried three times while there is no signal, with longer and longer waits', async () => {
    const waits: number[] = []
    let tries = 0
    const failing = withRetry(
      async () => {
        tries++
        throw new ApiError(0)
      },
      async (milliseconds) => void waits.push(milliseconds),
    )
    await expect(failing).rejects.toMatchObject({ code: 'offline' })
    expect(tries).toBe(3)
    expect(waits).toEqual([800, 3200])
  })

  it('succeeds when the second try does', async () => {
    let tries = 0
    const result = withRetry(async () => {
      if (tries++ === 0) throw new ApiError(503)
      return 'there'
    }, noWait)
    await expect(result).resolves.toBe('there')
  })

  it('is not tried again when the server refuses the file', async () => {
    let tries = 0
    const refused = withRetry(async () => {
      tries++
      throw new ApiError(415, { code: 'attachment_type_unsupported' })
    }, noWait)
    await expect(refused).rejects.toMatchObject({ code: 'attachment_type_unsupported' })
    expect(tries).toBe(1)
  })

  it('waits for its turn: nine at once travel four at a time, and all arrive', async () => {
    const inLane = createLanes(4)
    let under = 0
    let most = 0
    const arrived = await Promise.all(
      Array.from({ length: 9 }, (_, n) =>
        inLane(async () => {
          most = Math.max(most, ++under)
          await Promise.resolve()
          under--
          return n
        }),
      ),
    )
    expect(arrived).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(most).toBe(4)
  })

  it('gives its lane back when it fails', async () => {
    const inLane = createLanes(1)
    await expect(inLane(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost')
    await expect(inLane(() => Promise.resolve('next'))).resolves.toBe('next')
  })
})
