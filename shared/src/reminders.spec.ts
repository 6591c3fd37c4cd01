import { describe, expect, it } from '@jest/globals'
import { needStates } from './need-lifecycle.js'
import { reminderOf } from './reminders.js'

const morning = new Date('2026-11-16T01:30:00Z')

describe('chasing, WORKFLOW §6', () => {
  it('is open while the office has something to do', () => {
    const open = needStates.filter((state) => reminderOf({ state, remindedAt: null }, morning).isDue)
    expect(open).toEqual(['submitted', 'dispatched', 'handling', 'planned'])
  })
  it('is open once a day, the day of Shanghai', () => {
    const remindedAt = new Date('2026-11-16T15:59:00Z') // 23:59
    const at = (now: string) => reminderOf({ state: 'handling', remindedAt }, new Date(now))
    expect(at('2026-11-16T15:59:59.999Z')).toEqual({
      isDue: false,
      againAt: new Date('2026-11-16T16:00:00Z'),
    })
    expect(at('2026-11-16T16:00:00Z')).toEqual({ isDue: true, againAt: null })
  })
  it('does not promise another time for what is closed', () => {
    expect(reminderOf({ state: 'closed', remindedAt: morning }, morning)).toEqual({
      isDue: false,
      againAt: null,
    })
  })
})
