import { Listeners } from './api'
import { pageArea, phoneFrame } from '../frame'
import { themeName } from '../theme'

const windowInfo = () => {
  const { width, height } = pageArea()
  const { statusBar, safeBottom } = phoneFrame
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: innerWidth,
    screenHeight: innerHeight,
    windowWidth: width,
    windowHeight: height,
    statusBarHeight: statusBar,
    screenTop: innerHeight - height,
    safeArea: {
      left: 0,
      right: innerWidth,
      top: statusBar,
      bottom: innerHeight - safeBottom,
      width: innerWidth,
      height: innerHeight - statusBar - safeBottom,
    },
  }
}

const appBaseInfo = () => ({
  SDKVersion: '3.8.0',
  enableDebug: false,
  host: { env: 'WeChat' },
  language: 'zh_CN',
  version: '8.0.50',
  theme: themeName(),
  fontSizeSetting: window.phone.fontSize,
  fontSizeScaleFactor: window.phone.fontSize / 17,
})

const deviceInfo = () => ({
  brand: 'iPhone',
  model: 'iPhone 14',
  system: 'iOS 17.5',
  platform: 'ios',
  benchmarkLevel: -1,
})

const launch = () => ({ path: window.weapp.json.app.pages[0], query: {}, scene: 1001, shareTicket: '' })

export function device() {
  const resizes = new Listeners<{ size: { windowWidth: number; windowHeight: number } }>()
  addEventListener('resize', () => {
    const { windowWidth, windowHeight } = windowInfo()
    resizes.tell({ size: { windowWidth, windowHeight } })
  })
  const all = () => ({ ...deviceInfo(), ...appBaseInfo(), ...windowInfo() })
  return {
    getWindowInfo: windowInfo,
    getAppBaseInfo: appBaseInfo,
    getDeviceInfo: deviceInfo,
    getSystemInfoSync: all,
    getLaunchOptionsSync: launch,
    getEnterOptionsSync: launch,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    getMenuButtonBoundingClientRect: () => ({
      top: 51,
      bottom: 83,
      left: 296,
      right: 383,
      width: 87,
      height: 32,
    }),
    nextTick: (act: () => void) => void Promise.resolve().then(act),
    onWindowResize: resizes.on,
    offWindowResize: resizes.off,
  }
}
