import { setTitle } from '../frame'
import type { Pages } from '../pages'
import { report } from '../weapp'
import { api, apis, Listeners, Refusal } from './api'
import { device } from './device'
import { dialogs } from './dialogs'
import { fileApis, userFolder } from './files'
import { look } from './look'
import { codes } from './codes'
import { messages } from './messages'
import { network } from './network'
import { afterConsent, privacy } from './privacy'
import { storage } from './storage'

let logins = 0
/** As WeChat's: each is new, good once and for five minutes; see the server's stand-in of WeChat. */
const loginCode = () => `${window.phone.account}.${Date.now()}.${++logins}`

async function whereAmI(name: string) {
  const { requiredPrivateInfos = [] } = window.weapp.json.app
  if (!requiredPrivateInfos.includes(name))
    throw new Refusal('the api need to be declared in the requiredPrivateInfos field in app.json')
  await afterConsent(name)
  if (!window.phone.place) throw new Refusal('auth deny')
  return window.phone.place
}

const account = {
  login: api('login', () => ({ code: loginCode() })),
  getFuzzyLocation: api('getFuzzyLocation', () => whereAmI('getFuzzyLocation')),
  chooseLocation: api('chooseLocation', async () => ({
    ...(await whereAmI('chooseLocation')),
    name: '地图上的一点',
    address: '示范路 1 号',
  })),
}

/** Leaves the mini-program or the sight of a test: written down. */
const writtenDown = apis<object, void>(
  [
    'makePhoneCall',
    'openLocation',
    'previewMedia',
    'previewImage',
    'vibrateShort',
    'stopPullDownRefresh',
    'openSetting',
  ],
  (name, options) => void window.phone.calls.push(`${name} ${JSON.stringify(options)}`),
)

async function setClipboardData(options: { data: string }) {
  await afterConsent('setClipboardData')
  window.phone.calls.push(`setClipboardData ${JSON.stringify(options)}`)
}

const ways = (pages: () => Pages) => ({
  navigateTo: api('navigateTo', ({ url }: { url: string }) => pages().navigateTo(url)),
  redirectTo: api('redirectTo', ({ url }: { url: string }) => pages().redirectTo(url)),
  reLaunch: api('reLaunch', ({ url }: { url: string }) => pages().reLaunch(url)),
  switchTab: api('switchTab', ({ url }: { url: string }) => pages().switchTab(url)),
  navigateBack: api('navigateBack', ({ delta }: { delta?: number }) => pages().navigateBack(delta)),
  setNavigationBarTitle: api('setNavigationBarTitle', ({ title }: { title: string }) => setTitle(title)),
  createSelectorQuery: () => (pages().top.instance as unknown as Selecting).createSelectorQuery(),
})

interface Selecting {
  createSelectorQuery: () => object
}

/** Taro listens to these at its start; nothing in a test sets them off. */
const silent = () => {
  const names = ['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'MemoryWarning']
  const host: Record<string, object> = {}
  for (const name of names) {
    const { on, off } = new Listeners()
    Object.assign(host, { [`on${name}`]: on, [`off${name}`]: off })
  }
  return host
}

/** A name like `showToast`; webpack keeps its chunks in `wx` too. */
const isApi = (name: string) => /^[a-z]+[A-Z]/.test(name) && name !== 'webpackJsonp'

/** `wx`, as far as the mini-program uses it. A name that is not there fails with its name as soon as it is called. */
export function createWx(pages: () => Pages): object {
  const host: Record<string, unknown> = {
    ...silent(),
    ...device(),
    ...storage,
    ...network(),
    ...fileApis,
    ...dialogs,
    ...look(pages),
    ...account,
    ...codes,
    ...messages,
    ...privacy,
    setClipboardData: api('setClipboardData', setClipboardData),
    getRandomValues: api('getRandomValues', ({ length }: { length: number }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
    })),
    env: { USER_DATA_PATH: userFolder },
    getUpdateManager: () => updates,
    ...writtenDown,
    ...ways(pages),
    // No microphone: the app has to say so and to go on.
    getRecorderManager: () => silentRecorder(),
  }
  host.canIUse = (name: string) => (name.split('.')[0] ?? '') in host
  return new Proxy(host, {
    get(known, name) {
      if (typeof name === 'symbol') return undefined
      if (name in known || !isApi(name)) return known[name]
      return () => {
        report(`wx.${name} is not in the runner`)
        throw new Error(`wx.${name} is not in the runner`)
      }
    },
  })
}

/** A new version that WeChat has fetched: the test says when. */
const readiness = new Listeners<undefined>()
const updates = {
  onCheckForUpdate() {},
  onUpdateFailed() {},
  onUpdateReady: readiness.on,
  applyUpdate: () => void window.phone.calls.push('applyUpdate {}'),
}
export const bringUpdate = () => readiness.tell(undefined)

function silentRecorder() {
  const errors = new Listeners<{ errMsg: string }>()
  const { on } = new Listeners()
  return {
    onStart: on,
    onStop: on,
    onError: errors.on,
    start: () =>
      void afterConsent('startRecord').then(
        () => errors.tell({ errMsg: 'operateRecorder:fail auth deny' }),
        ({ message }: Refusal) => errors.tell({ errMsg: `operateRecorder:fail ${message}` }),
      ),
    stop() {},
  }
}
