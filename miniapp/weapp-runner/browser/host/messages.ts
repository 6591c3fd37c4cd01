import { api, Refusal } from './api'

const MOST = 5
let isTap = false
const tapped = () => {
  isTap = true
  setTimeout(() => (isTap = false))
}
for (const name of ['touchend', 'click']) addEventListener(name, tapped, true)

/** Subscribe messages: asked from a tap, at most five, answered as the test says. */
function requestSubscribeMessage({ tmplIds }: { tmplIds: string[] }): Record<string, string> {
  const { phone } = window
  phone.calls.push(`requestSubscribeMessage ${JSON.stringify(tmplIds)}`)
  if (!isTap) throw new Refusal('can only be invoked by user TAP gesture.', undefined, 10005)
  if (!tmplIds.length) throw new Refusal('template list is empty', undefined, 10001)
  if (tmplIds.length > MOST) throw new Refusal('too many templates', undefined, 20003)
  if (phone.messages === 'off') throw new Refusal('The main switch is switched off', undefined, 20004)
  return Object.fromEntries(tmplIds.map((id) => [id, phone.messages]))
}

export const messages = {
  requestSubscribeMessage: api('requestSubscribeMessage', requestSubscribeMessage),
}
