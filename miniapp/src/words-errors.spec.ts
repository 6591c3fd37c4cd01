import { describe, expect, it } from '@jest/globals'
import { ApiError, refusal } from '@/services/api-error'
import { wordsOfError } from './words-errors'

describe('an error in plain words', () => {
  it('says when to come back after too many', () => {
    expect(wordsOfError(new ApiError(429, { retryAfter: 40 }))).toBe('操作太频繁，请 40 秒后再试')
    expect(wordsOfError(new ApiError(429, { retryAfter: 150 }))).toBe('操作太频繁，请 3 分钟后再试')
  })

  it('prefers our words for a known code and the server’s title for others', () => {
    expect(wordsOfError(new ApiError(422, { code: 'place_required', title: 'x' }))).toBe('请选一下在哪里')
    expect(wordsOfError(new ApiError(409, { code: 'changed_meanwhile', title: '王师傅刚刚签收了' }))).toBe(
      '王师傅刚刚签收了',
    )
  })

  it('never shows a code or an empty line', () => {
    expect(wordsOfError(new ApiError(418))).toMatch(/稍后再试/)
    expect(
      wordsOfError(new ApiError(400, { code: 'new_code', errors: [{ field: 'a', message: '请看一下' }] })),
    ).toBe('请看一下')
  })

  it('takes a proxy without the server behind it for no signal', () => {
    expect(refusal(502, '<html>Bad Gateway</html>').code).toBe('offline')
    expect(refusal(503, { code: 'shutting_down', title: '正在重启' }).code).toBe('shutting_down')
  })

  it('reads the seconds from the header when the body has none', () => {
    expect(refusal(429, {}, '30').retryAfter).toBe(30)
    expect(refusal(429, { retryAfter: 12 }, '30').retryAfter).toBe(12)
  })
})
