import { describe, expect, it } from '@jest/globals'
import { isPermitted, type Permission, permissions, roles, roleWords } from './roles.js'

const all = Object.keys(permissions) as Permission[]
const holdersOf = (permission: Permission) => roles.filter((role) => isPermitted(permission, [role]))

describe('permissions', () => {
  it('give every role something to do besides looking at itself', () => {
    for (const role of roles) {
      const can = all.filter((permission) => isPermitted(permission, [role]))
      expect(can.length).toBeGreaterThan(1)
      expect(can).toContain('person.self')
    }
  })

  it('let the dispatcher alone triage, and the handler alone see a phone number', () => {
    expect(holdersOf('need.triage')).toEqual(['dispatcher'])
    expect(holdersOf('workOrder.contactPhone')).toEqual(['handler'])
  })

  it('keep residents and grid workers away from work orders and scores', () => {
    for (const permission of ['workOrder.read', 'workOrder.act', 'scores.read', 'need.triage'] as const)
      expect(isPermitted(permission, ['resident', 'gridWorker'])).toBe(false)
  })

  it('let those who are judged file nothing', () => {
    expect(isPermitted('need.submit', ['handler', 'dispatcher', 'reviewer', 'supervisor', 'leader'])).toBe(
      false,
    )
  })

  it('let residents alone bind a phone and allow messages, which only they have WeChat for', () => {
    expect(holdersOf('person.phone')).toEqual(['resident'])
    expect(holdersOf('subscription.own')).toEqual(['resident'])
  })

  it('let the administrator alone send messages again, and the dispatcher alone judge content', () => {
    expect(holdersOf('outbox.manage')).toEqual(['administrator'])
    expect(holdersOf('safety.decide')).toEqual(['dispatcher'])
  })

  it('let residents alone complain, and the supervision office alone deal with it', () => {
    expect(holdersOf('complaint.own')).toEqual(['resident'])
    expect(holdersOf('complaint.handle')).toEqual(['supervisor'])
  })

  it('add up over the roles that one person has', () => {
    expect(isPermitted('need.triage', ['leader', 'dispatcher'])).toBe(true)
    expect(isPermitted('scores.read', ['leader', 'dispatcher'])).toBe(true)
  })

  it('give nothing to whom no role is given', () => {
    expect(all.filter((permission) => isPermitted(permission, []))).toEqual([])
  })

  it('have a word for every role', () => {
    for (const role of roles) expect(roleWords[role]).toMatch(/\p{Script=Han}/u)
  })
})
