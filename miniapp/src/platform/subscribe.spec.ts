import { describe, expect, it } from '@jest/globals'
import { acceptedOf, askedBy } from './subscribe'

describe('asking for messages of WeChat', () => {
  it('counts what was accepted, and nothing else', () => {
    const answers = { a: 'accept', b: 'reject', c: 'filter', d: 'ban', errMsg: 'requestSubscribeMessage:ok' }
    expect(acceptedOf(['a', 'b', 'c', 'd'], answers)).toEqual({ kind: 'answered', accepted: ['a'] })
    expect(acceptedOf(['b'], answers)).toEqual({ kind: 'answered', accepted: [] })
  })

  it('knows that it is switched off when all are banned', () => {
    expect(acceptedOf(['d'], { d: 'ban' })).toEqual({ kind: 'off' })
  })

  it.each([20004, 20005])('knows that it is switched off by errCode %i', (errCode) => {
    expect(askedBy({ errCode })).toEqual({ kind: 'off' })
  })

  it.each([10001, 10002, 10003, 10004, 10005, 20001, 20002, 20003, undefined])(
    'may be tried again after errCode %s',
    (errCode) => {
      expect(askedBy({ errCode })).toEqual({ kind: 'failed' })
    },
  )
})
