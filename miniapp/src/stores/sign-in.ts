import { create } from 'zustand'
import { ApiError } from '@/services/api-error'
import { setSignInAgain } from '@/services/http'
import { useSession, type Session } from './session'
import { signInSilently } from '@/platform/sign-in'

interface SignIn {
  /** Somebody waits for the sign-in sheet. */
  asked: boolean
}

export const useSignIn = create<SignIn>(() => ({ asked: false }))

/** From now on a resident whose session is over is signed in again without noticing, where that is possible. */
export const keepSignedIn = () =>
  setSignInAgain((realm) => (realm === 'resident' ? signInSilently() : Promise.resolve(false)))

let waiting: { resolve: () => void; reject: (error: ApiError) => void }[] = []

/** The person closed the sheet, or signed in. */
export function endSignIn(signedIn: boolean) {
  const told = waiting
  waiting = []
  useSignIn.setState({ asked: false })
  for (const { resolve, reject } of told) {
    if (signedIn) resolve()
    else reject(new ApiError(401, { code: 'sign_in_cancelled' }))
  }
}

const bySheet = () =>
  new Promise<void>((resolve, reject) => {
    waiting.push({ resolve, reject })
    useSignIn.setState({ asked: true })
  })

/**
 * The resident's session; asks for it only when there is none: silently in WeChat, by a sheet in a browser,
 * and what waited for it goes on by itself. Throws ApiError `sign_in_cancelled` when the person does not want to.
 */
export async function ensureResident(): Promise<Session> {
  const before = useSession.getState().resident
  if (before) return before
  if (!(await signInSilently())) await bySheet()
  const session = useSession.getState().resident
  if (!session) throw new ApiError(401, { code: 'sign_in_cancelled' })
  return session
}
