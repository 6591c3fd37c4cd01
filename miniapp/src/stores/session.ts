import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { phoneStorage } from '@/platform/storage'
import { setTokenKeeper, type Realm, type Tokens } from '@/services/http'
import type { PersonView, SessionView } from '@/services/api'

export interface Session extends Tokens {
  person: PersonView
}

type Sessions = Record<Realm, Session | null>

/** Who is signed in: a resident, a staff member, or both on one phone. */
export const useSession = create<Sessions>()(
  persist((): Sessions => ({ resident: null, staff: null }), { name: 'session', storage: phoneStorage() }),
)

export const keepSession = (realm: Realm, { accessToken, refreshToken, person }: SessionView) =>
  useSession.setState({ [realm]: { accessToken, refreshToken, person } })

export const dropSession = (realm: Realm) => useSession.setState({ [realm]: null })

const sessionOf = (realm: Realm) => useSession.getState()[realm]

setTokenKeeper({
  get: sessionOf,
  stored(realm) {
    void useSession.persist.rehydrate() // at once: the phone's storage is read without waiting
    return sessionOf(realm)
  },
  renew: keepSession,
  drop: dropSession,
})
