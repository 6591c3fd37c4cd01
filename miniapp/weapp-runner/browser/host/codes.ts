import { api, Refusal } from './api'

/** The code before the camera; none means that the person went back. */
function scan() {
  const code = window.phone.codes.shift()
  if (!code) throw new Refusal('cancel')
  return { result: '', scanType: code.path ? 'WX_CODE' : 'QR_CODE', charSet: 'utf-8', ...code }
}

export const codes = { scanCode: api('scanCode', scan) }
