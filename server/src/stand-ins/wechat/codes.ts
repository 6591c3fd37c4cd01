import { type Call, ok, type Reply, refusal } from './protocol.js'

/** The smallest JPEG that says it is one: the stand-in draws no code. */
const picture = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
const sceneForm = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const A_MINUTE = 5_000

/** Mini-program codes and links. */
export class Codes {
  private made = 0

  /** `getwxacodeunlimit`. */
  image({ body }: Call): Reply {
    const { scene, page = '', width = 430 } = body
    if (typeof scene !== 'string' || !sceneForm.test(scene)) return refusal(40129)
    if (typeof page !== 'string' || page.startsWith('/') || page.includes('?')) return refusal(41030)
    if (page.startsWith('missing')) return refusal(41030)
    if (typeof width !== 'number' || width < 280 || width > 1_280) return refusal(47001)
    this.made += 1
    return this.made > A_MINUTE ? refusal(45009) : picture
  }

  /** `generate_urllink`. */
  urlLink({ body }: Call): Reply {
    const { path = '', query = '', expire_interval: days = 30 } = body
    if (typeof path !== 'string' || path.startsWith('missing')) return refusal(40165)
    if (typeof query !== 'string' || query.length > 1_024) return refusal(40212)
    if (typeof days !== 'number' || days < 1 || days > 30) return refusal(85401)
    return {
      ...ok,
      url_link: `https://wxaurl.cn/${Buffer.from(`${path}?${query}`).toString('base64url').slice(-11)}`,
    }
  }
}
