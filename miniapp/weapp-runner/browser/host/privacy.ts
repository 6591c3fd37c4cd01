import { api, Refusal } from './api'

type Answer = { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }
type Listener = (resolve: (answer: Answer) => void, info: { referrer: string }) => void

const UNDECLARED = 112
const listeners: Listener[] = []
/** The ids of WeChat's agree buttons that were tapped; an answer without such a tap counts for nothing. */
const tapped = new Set<string>()
export const agreeTapped = (id: string) => tapped.add(id)

/** Lets on what uses something private once the person has agreed; else asks, or fails as WeChat does. */
export async function afterConsent(name: string): Promise<void> {
  const { phone } = window
  if (phone.privacy === 'undeclared')
    throw new Refusal('api scope is not declared in the privacy agreement', UNDECLARED)
  if (phone.privacy === 'agreed') return
  if (!listeners.length) throw new Refusal('the app does not listen to onNeedPrivacyAuthorization')
  if (!(await agreed(name))) throw new Refusal('privacy permission is not authorized')
  phone.privacy = 'agreed'
}

const agreed = (referrer: string) =>
  new Promise<boolean>((decide) => {
    const resolve = ({ event, buttonId = '' }: Answer) => {
      if (event === 'agree') decide(tapped.has(buttonId))
      if (event === 'disagree') decide(false)
    }
    for (const listener of listeners) listener(resolve, { referrer })
  })

/** The privacy notice of the backend, and the question whether one agrees to it. */
export const privacy = {
  onNeedPrivacyAuthorization: (listener: Listener) => void listeners.push(listener),
  getPrivacySetting: api('getPrivacySetting', () => ({
    needAuthorization: window.phone.privacy !== 'agreed',
    privacyContractName: '《民生直通小程序隐私保护指引》',
  })),
  openPrivacyContract: api(
    'openPrivacyContract',
    () => void window.phone.calls.push('openPrivacyContract {}'),
  ),
}
