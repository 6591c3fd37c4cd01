import { describe, expect, it } from '@jest/globals'
import { corrected } from './correcting'

const refusedFor = (code: string) => ({ code, message: '' })

describe('what was refused', () => {
  it('is said anew in other words, the rest as it was', () => {
    const body = { householdId: 'h', residentId: 'r', said: '太长' }
    expect(corrected({ body, refusal: refusedFor('validation_failed') }, { said: '短' })).toEqual({
      ...body,
      said: '短',
    })
  })

  it('names nobody who is not on the list any more, and takes their phone instead', () => {
    const body = { householdId: 'h', residentId: 'r', text: '灯坏了' }
    const refusal = refusedFor('resident_not_found')
    expect(corrected({ body, refusal }, { text: '灯坏了', phone: '19900000061' })).toEqual({
      ...{ householdId: 'h', residentId: null, text: '灯坏了', phone: '19900000061' },
    })
    expect(corrected({ body, refusal }, { text: '灯坏了', phone: '' })).not.toHaveProperty('phone')
  })
})
