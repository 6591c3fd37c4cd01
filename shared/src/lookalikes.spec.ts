import { describe, expect, it } from '@jest/globals'
import { isLookalikeState, mayShowLookalike } from './lookalikes.js'
import { needStates } from './need-lifecycle.js'

const lamp = { categoryCode: 'urban.streetlight', isAnonymous: false, danger: [] }

describe('what a neighbour is shown while filing', () => {
  it('is what happens in the street', () => {
    expect(mayShowLookalike(lamp)).toBe(true)
  })

  it.each(['civil.dibao', 'medical.dispute', 'order.injury', 'labour.wages', 'housing.publicRental', 'x'])(
    'is nothing of %s',
    (categoryCode) => expect(mayShowLookalike({ ...lamp, categoryCode })).toBe(false),
  )

  it('is nothing of somebody who asked to stay unknown, and nothing of danger', () => {
    expect(mayShowLookalike({ ...lamp, isAnonymous: true })).toBe(false)
    expect(mayShowLookalike({ ...lamp, danger: ['injury'] })).toBe(false)
  })

  it('is neither what waits for a dispatcher nor what is no more', () => {
    expect(needStates.filter((state) => !isLookalikeState(state))).toEqual([
      'submitted',
      'rejected',
      'withdrawn',
      'merged',
    ])
  })
})
