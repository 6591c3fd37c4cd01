export interface PageConfig {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: string
  backgroundColor?: string
  usingComponents?: Record<string, string>
  onReachBottomDistance?: number
}

export interface TabItem {
  pagePath: string
  text: string
  iconPath: string
  selectedIconPath: string
}

export interface TabStyle {
  color: string
  selectedColor: string
  backgroundColor: string
}

export interface AppConfig extends PageConfig {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  window?: PageConfig
  tabBar?: TabStyle & { list: TabItem[] }
  darkmode?: boolean
  themeLocation?: string
  requiredPrivateInfos?: string[]
}

/** The arguments with which a script of the mini-program is called, in the order of compile.ts. */
export type ModuleArguments = [
  require: (path: string) => unknown,
  module: { exports: object },
  exports: object,
  wx: object,
  App: (options: AppOptions) => void,
  Page: (definition: object) => void,
  Component: (definition: object) => void,
  Behavior: (definition: object) => object,
  getApp: () => AppOptions | null,
  getCurrentPages: () => object[],
  global: object,
  globalThis: object,
]

export interface AppOptions {
  onLaunch?: (options: object) => void
  onShow?: (options: object) => void
  onHide?: () => void
  onPageNotFound?: (page: { path: string; query: object; isEntryPage: boolean }) => void
}

/** What compile.ts made of a build. */
export interface Weapp {
  json: { app: AppConfig } & Record<string, PageConfig | undefined>
  styles: Record<string, string>
  /** The attributes that the templates set on a tag. */
  attributes: Record<string, string[] | undefined>
  /** Compiled templates, as glass-easel takes them. */
  templates: Record<string, never>
  modules: Record<string, ((...given: ModuleArguments) => void) | undefined>
}

/** One setData of a page: what crosses from the logic to the view of a real phone. */
export interface DataCrossing {
  page: string
  /** Of the data as JSON. */
  bytes: number
}

/** The phone around the mini-program: what a test sets, and what it reads. */
export interface Phone {
  /** The address that the mini-program was built for; here it is the server that serves the runner. */
  apiOrigin: string
  /** Who is signed in to WeChat: always the same account for the same word. */
  account: string
  /** GCJ-02; null when the person refuses. */
  place: { latitude: number; longitude: number } | null
  /** Whether the privacy notice was agreed to; `undeclared`: it does not name what the app uses. */
  privacy: 'unasked' | 'agreed' | 'undeclared'
  /** Of the WeChat account, for getPhoneNumber; null when the person refuses. */
  number: string | null
  /** How requestSubscribeMessage is answered; `off`: messages are switched off. */
  messages: 'accept' | 'reject' | 'ban' | 'off'
  /** What the camera sees: a mini-program's code has a path, a plain one its words. */
  codes: { path?: string; result?: string }[]
  /** What the next chooseMedia gives. */
  photos: { name: string; base64: string }[]
  /** So many bytes of files lie on the phone besides those that the test has made. */
  filledBytes: number
  /** Neither camera nor album is allowed. */
  withoutCamera: boolean
  fontSize: number
  networkType: 'wifi' | '4g' | 'none'
  /** Calls of the host that leave no other trace, as `name argument`. */
  calls: string[]
  crossings: DataCrossing[]
  /** What a real phone would not have forgiven. */
  troubles: string[]
  /** Pulls the page on top down. */
  pullDown: () => void
  /** WeChat has fetched a new version. */
  bringUpdate: () => void
  /** What the person would send to a friend from the page on top; null when it cannot be shared. */
  share: () => { title?: string; path?: string; imageUrl?: string } | null
}

declare global {
  interface Window {
    weapp: Weapp
    phone: Phone
  }
}

export const report = (trouble: string) => {
  window.phone.troubles.push(trouble)
  console.error(trouble)
}
