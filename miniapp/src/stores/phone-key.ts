import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { phoneStorage } from '@/platform/storage'
import { useSession } from './session'

interface PhoneKey {
  /** Whose it is. */
  personId: string | null
  /** Base64 of 32 bytes. */
  key: string | null
}

const none: PhoneKey = { personId: null, key: null }

/** The key to what a grid worker keeps on the phone. Nobody reads any of it once this is gone. */
export const usePhoneKey = create<PhoneKey>()(
  persist((): PhoneKey => none, { name: 'phone-key', storage: phoneStorage() }),
)

function forgetKeyOfOthers() {
  const { personId } = usePhoneKey.getState()
  if (personId && personId !== useSession.getState().staff?.person.id) usePhoneKey.setState(none)
}

/** From now on the key goes with its person, wherever in the app that person signs out. */
export function watchPhoneKey() {
  forgetKeyOfOthers()
  useSession.subscribe(forgetKeyOfOthers)
}
