/// <reference types="@tarojs/taro" />

declare module '*.module.scss' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
declare module '*.scss'

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
    /** Origin of the server for the WeChat build; the web build asks the origin that it was loaded from. */
    TARO_APP_API?: string
  }
}

/** Set by config/index.ts. Empty in the web build. */
declare const API_ORIGIN: string
