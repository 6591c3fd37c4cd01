import { ask, type Realm } from './http'
import type { PersonView, PhoneCodeView, SessionView } from './api'

export const signInByWechat = (code: string) =>
  ask<SessionView>({ path: '/sessions/wechat', method: 'POST', body: { code } })

/** `demoCode` comes only in demonstration mode. `expiresIn` in seconds. */
export const askPhoneCode = (phone: string) =>
  ask<PhoneCodeView>({ path: '/phone-codes', method: 'POST', body: { phone } })

export const signInByPhone = (phone: string, code: string) =>
  ask<SessionView>({ path: '/sessions/phone', method: 'POST', body: { phone, code } })

/** Binds the phone of one's WeChat. Answers who one is now: another resident when the phone was known already. */
export const bindPhone = (code: string) =>
  ask<PersonView>({ path: '/people/me/phone', method: 'POST', body: { code }, realm: 'resident' })

export const bindTypedPhone = (phone: string, code: string) =>
  ask<PersonView>({
    path: '/people/me/phone/typed',
    method: 'POST',
    body: { phone, code },
    realm: 'resident',
  })

export const signInStaff = (account: string, password: string) =>
  ask<SessionView>({ path: '/sessions/staff', method: 'POST', body: { account, password } })

export const signOut = (realm: Realm) => ask<void>({ path: '/sessions/current', method: 'DELETE', realm })

export const me = (realm: Realm) => ask<PersonView>({ path: '/people/me', realm })
