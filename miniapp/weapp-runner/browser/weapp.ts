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
  /** What the next chooseMedia gives. */
  photos: { name: string; base64: string }[]
  fontSize: number
  networkType: 'wifi' | '4g' | 'none'
  /** Calls of the host that leave no other trace, as `name argument`. */
  calls: string[]
  crossings: DataCrossing[]
  /** What a real phone would not have forgiven. */
  troubles: string[]
  /** Pulls the page on top down. */
  pullDown: () => void
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
