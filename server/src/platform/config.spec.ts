import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigError, loadConfig } from './config.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minsheng-config-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const load = (env: NodeJS.ProcessEnv = {}) => loadConfig({ DATA_DIR: join(folder, 'data'), ...env })

function mistakesOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    load(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes
    throw error
  }
}

const inProduction = {
  NODE_ENV: 'production',
  SESSION_SECRET: 'a-session-secret-of-the-city-itself',
  PERSONAL_DATA_KEY: 'fedcba98'.repeat(8),
  ATTACHMENT_SECRET: 'an-attachment-secret-of-the-city',
  WECHAT_APP_ID: 'wx0123456789abcdef',
  WECHAT_APP_SECRET: '0123456789abcdef0123456789abcdef',
  WECHAT_EVENT_TOKEN: 'cityToken',
  WECHAT_EVENT_AES_KEY: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  PUBLIC_URL: 'https://minsheng.example.gov.cn',
}

describe('an empty environment', () => {
  it('is a demonstration on SQLite, and makes its data folder', () => {
    const config = load({ DATA_DIR: join(folder, 'new', 'data') })
    expect(config).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
      isProduction: false,
      isDemonstration: true,
      hasRateLimits: true,
      trustedProxies: 0,
      weChat: { baseUrl: undefined },
    })
    expect(config.personalDataKey).toHaveLength(32)
    expect(existsSync(join(folder, 'new', 'data'))).toBe(true)
  })

  it('is what empty and blank variables mean too', () => {
    expect(load({ PORT: '', DATABASE_URL: ' ', DEMONSTRATION: '' })).toEqual(load())
  })
})

describe('a wrong value', () => {
  it.each([
    ['PORT', 'web', 'PORT=web 不对：应为 0 到 65535 的整数'],
    ['PORT', '70000', 'PORT=70000 不对：应为 0 到 65535 的整数'],
    ['PORT', '80.5', 'PORT=80.5 不对：应为 0 到 65535 的整数'],
    ['DATABASE_POOL', '0', 'DATABASE_POOL=0 不对：应为 1 到 500 的整数'],
    ['TRUSTED_PROXIES', '-1', 'TRUSTED_PROXIES=-1 不对：应为 0 到 10 的整数'],
    ['RATE_LIMITS', 'yes', 'RATE_LIMITS=yes 不对：应为 true 或 false'],
    ['DEMONSTRATION', '1', 'DEMONSTRATION=1 不对：应为 true 或 false'],
    ['SESSION_SECRET', 'short', 'SESSION_SECRET 不对：应为至少 32 个字符'],
    ['PERSONAL_DATA_KEY', 'abc', 'PERSONAL_DATA_KEY 不对：应为 64 位十六进制（32 字节）'],
    ['PERSONAL_DATA_KEY', 'x'.repeat(64), 'PERSONAL_DATA_KEY 不对：应为 64 位十六进制（32 字节）'],
    ['WECHAT_API_BASE', 'weixin', 'WECHAT_API_BASE=weixin 不对：应为网址'],
    ['WECHAT_EVENT_TOKEN', 'a b', 'WECHAT_EVENT_TOKEN 不对：应为 3 到 32 个字母或数字'],
    ['WECHAT_EVENT_AES_KEY', 'short', 'WECHAT_EVENT_AES_KEY 不对：应为 43 个字母或数字'],
    ['CALL_BACK_PERCENT', '101', 'CALL_BACK_PERCENT=101 不对：应为 0 到 100 的整数'],
    ['OUTBOX_RELAY', 'no', 'OUTBOX_RELAY=no 不对：应为 true 或 false'],
    ['PUBLIC_URL', 'https://a.cn/', 'PUBLIC_URL=https://a.cn/ 不对：应为 https://域名，末尾不带斜杠'],
    [
      'WECHAT_TEMPLATE_PROGRESS',
      'abc:thing1=phone',
      'WECHAT_TEMPLATE_PROGRESS 不对：应为 模板编号:thing1=title,time2=at 的样子，等号后为 title、state、receiptNo、at、department 之一',
    ],
  ])('%s=%s stops the start with one line that says which and why', (name, value, line) => {
    expect(mistakesOf({ [name]: value })).toEqual([line])
  })

  it('of the log level lists those there are', () => {
    expect(mistakesOf({ LOG_LEVEL: 'loud' })).toEqual([
      'LOG_LEVEL=loud 不对：应为 fatal、error、warn、info、debug、trace、silent 之一',
    ])
  })

  it.each([
    'postgres://u:p@host/db',
    'mysql://u:p@host',
    'mysql://u:p@host:3306/',
    'host/db',
    'minsheng.sqlite',
  ])('DATABASE_URL=%s is no MySQL or MariaDB', (url) => {
    expect(mistakesOf({ DATABASE_URL: url })).toEqual([expect.stringMatching(/^DATABASE_URL 不对：/)])
  })

  it.each(['mysql://u:p%40ss@host:3306/minsheng', 'mariadb://u@host/minsheng?ssl=true'])(
    'is not DATABASE_URL=%s',
    (url) => {
      expect(load({ DATABASE_URL: url }).databaseUrl).toBe(url)
    },
  )

  it('is told together with all the others', () => {
    const env = { PORT: 'x', LOG_LEVEL: 'x', RATE_LIMITS: 'x', DATABASE_URL: 'x', SESSION_SECRET: 'x' }
    expect(mistakesOf(env)).toHaveLength(5)
    expect(() => load(env)).toThrow(/PORT=x.*\n|LOG_LEVEL=x/)
  })

  it('is told without the secrets in it', () => {
    const told = mistakesOf({
      DATABASE_URL: 'postgres://u:open-sesame@host/db',
      SESSION_SECRET: 'open-sesame',
      PERSONAL_DATA_KEY: 'open-sesame',
      ATTACHMENT_SECRET: 'open-sesame',
    })
    expect(told).toHaveLength(4)
    expect(told.join('\n')).not.toContain('open-sesame')
  })
})

describe('a data folder that cannot be written to', () => {
  const told = (dataDir: string) => mistakesOf({ DATA_DIR: dataDir })

  it('is told when a file stands in its way', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    for (const dataDir of [file, join(file, 'data')])
      expect(told(dataDir)).toEqual([expect.stringContaining(`DATA_DIR=${dataDir} 不能写入：`)])
  })

  // Nothing is closed to root.
  const itAsUser = process.getuid?.() === 0 ? it.skip : it
  itAsUser('is told when it belongs to somebody else', () => {
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o500 })
    for (const dataDir of [closed, join(closed, 'data')])
      expect(told(dataDir)).toEqual([expect.stringContaining(`DATA_DIR=${dataDir} 不能写入：`)])
  })
})

describe('production', () => {
  it('starts with secrets of its own, without demonstration, on the real WeChat', () => {
    expect(load(inProduction)).toMatchObject({
      isProduction: true,
      isDemonstration: false,
      sessionSecret: inProduction.SESSION_SECRET,
      weChat: { appId: inProduction.WECHAT_APP_ID, baseUrl: 'https://api.weixin.qq.com' },
    })
  })

  it.each([
    'SESSION_SECRET',
    'PERSONAL_DATA_KEY',
    'ATTACHMENT_SECRET',
    'WECHAT_APP_ID',
    'WECHAT_APP_SECRET',
    'WECHAT_EVENT_TOKEN',
    'WECHAT_EVENT_AES_KEY',
    'PUBLIC_URL',
  ])('asks for %s', (name) => {
    expect(mistakesOf({ ...inProduction, [name]: undefined })).toEqual([
      expect.stringContaining(`${name} 没有设置：`),
    ])
  })

  it('refuses the secrets that are built in', () => {
    const { sessionSecret, personalDataKey, attachmentSecret } = load()
    const mistakes = mistakesOf({
      ...inProduction,
      SESSION_SECRET: sessionSecret,
      PERSONAL_DATA_KEY: personalDataKey.toString('hex'),
      ATTACHMENT_SECRET: attachmentSecret,
    })
    expect(mistakes).toEqual([
      expect.stringContaining('SESSION_SECRET 用的是内置的演示密钥'),
      expect.stringContaining('PERSONAL_DATA_KEY 用的是内置的演示密钥'),
      expect.stringContaining('ATTACHMENT_SECRET 用的是内置的演示密钥'),
    ])
  })

  it('reads which keyword of a message template shows what', () => {
    const { weChatTemplates } = load({
      ...inProduction,
      WECHAT_TEMPLATE_ANSWERED: 'AbC-1:thing1=title, time3=at',
    })
    expect(weChatTemplates).toEqual({ answered: { id: 'AbC-1', keywords: { thing1: 'title', time3: 'at' } } })
  })

  it('is no demonstration', () => {
    expect(mistakesOf({ ...inProduction, DEMONSTRATION: 'true' })).toEqual([
      'DEMONSTRATION=true 不能与 NODE_ENV=production 同用',
    ])
  })
})

describe('the provider of short messages', () => {
  it('is nobody unless it is named', () => {
    expect(load().sms).toBeUndefined()
  })

  it('needs a key and a signature beside its address', () => {
    expect(mistakesOf({ SMS_URL: 'https://sms.example.gov.cn/messages' })).toEqual([
      'SMS_KEY 没有设置：填了 SMS_URL 就需要短信服务的密钥',
      'SMS_SIGNATURE 没有设置：填了 SMS_URL 就需要短信签名',
    ])
    const named = { SMS_URL: 'https://sms.example.gov.cn/messages', SMS_KEY: 'k', SMS_SIGNATURE: '民生直通' }
    expect(load(named).sms).toEqual({ url: named.SMS_URL, key: 'k', signature: '民生直通' })
  })
})
