import { callBackShare } from '@minsheng/shared'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** What the process was told by its environment. Read once, at the start; nothing else reads process.env. */
export interface Config {
  port: number
  host: string
  /** `mysql://` or `mariadb://`; undefined means the embedded SQLite file in `dataDir`. */
  databaseUrl: string | undefined
  databasePool: number
  dataDir: string
  isProduction: boolean
  /** Demonstration district, accounts, and codes that are shown as well as sent. Never in production. */
  isDemonstration: boolean
  sessionSecret: string
  personalDataKey: Buffer
  attachmentSecret: string
  weChat: { appId: string; appSecret: string; baseUrl: string | undefined }
  /** The provider of short messages; undefined where there is none: then codes cannot be sent. */
  sms: { url: string; key: string; signature: string } | undefined
  /** Message push of the mini-program's backend: what its events are signed and encrypted with. */
  weChatEvents: { token: string; aesKey: Buffer }
  /** Subscribe-message templates by what they tell; without one there is no message of that kind. */
  weChatTemplates: Partial<Record<TemplateKind, MessageTemplate>>
  /** Where others reach this server, without a slash at the end: WeChat fetches photos from here to check them. */
  publicUrl: string
  /** The share of unrated answers that are asked about by phone, 0 to 1. WORKFLOW §4 */
  callBackShare: number
  /** Whether this process delivers what the outbox holds. At least one process of an installation has to. */
  isRelaying: boolean
  logLevel: (typeof logLevels)[number]
  /** Whether requests are counted against the limits. Off only for load tests. */
  hasRateLimits: boolean
  /** Number of proxies in front that set X-Forwarded-For. */
  trustedProxies: number
  /** Folder of the mini-program's web build. */
  webRoot: string
}

export const templateKinds = ['progress', 'answered'] as const
export type TemplateKind = (typeof templateKinds)[number]
const templateValues = ['title', 'state', 'receiptNo', 'at', 'department'] as const
export type TemplateValue = (typeof templateValues)[number]

/** A template of mp.weixin.qq.com, and which of our values each of its keywords (`thing1`, `time3`) shows. */
export interface MessageTemplate {
  id: string
  keywords: Readonly<Record<string, TemplateValue>>
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Wrong settings: one line for each, in words that say which and why. */
export class ConfigError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(mistakes.join('\n'))
  }
}

/** Built in so that a demonstration starts without questions; refused in production. */
const builtIn = {
  SESSION_SECRET: 'demonstration-session-secret-not-for-production',
  PERSONAL_DATA_KEY: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
  ATTACHMENT_SECRET: 'demonstration-attachment-secret-not-for-production',
  WECHAT_EVENT_TOKEN: 'demonstrationToken',
  WECHAT_EVENT_AES_KEY: 'demonstrationKeyForEventsNotForProduction01',
} as const

const serverRoot = resolve(import.meta.dirname, '../..')

/** What the stand-in of WeChat takes, so that a demonstration can show messages. */
const standInTemplates = {
  progress: 'stand-in-progress:thing1=title,phrase2=state,thing3=department,character_string4=receiptNo',
  answered: 'stand-in-answered:thing1=title,thing2=department,time3=at,character_string4=receiptNo',
} as const

const isTemplateValue = (value: string): value is TemplateValue =>
  templateValues.some((known) => known === value)

/** Reads `id:keyword=value,keyword=value`; undefined when it is not that. */
function templateOf(raw: string): MessageTemplate | undefined {
  const [, id = '', list = ''] = /^([\w-]{1,64}):(.+)$/.exec(raw) ?? []
  const keywords: Record<string, TemplateValue> = {}
  for (const pair of list.split(',')) {
    const [, keyword = '', value = ''] = /^([a-z_]+\d+)=(\w+)$/.exec(pair.trim()) ?? []
    if (!isTemplateValue(value)) return undefined
    keywords[keyword] = value
  }
  return { id, keywords }
}

/**
 * Reads and checks the environment.
 * @throws ConfigError with every mistake found, not only the first.
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const mistakes: string[] = []
  const isProduction = env.NODE_ENV === 'production'
  const text = (name: string, fallback: string) => env[name]?.trim() || fallback
  const mistake = (line: string) => void mistakes.push(line)

  function integer(name: string, fallback: number, min: number, max: number): number {
    const raw = text(name, String(fallback))
    const value = Number(raw)
    if (!Number.isInteger(value) || value < min || value > max)
      mistake(`${name}=${raw} 不对：应为 ${min} 到 ${max} 的整数`)
    return value
  }
  function flag(name: string, fallback: boolean): boolean {
    const raw = text(name, String(fallback)).toLowerCase()
    if (!['true', 'false'].includes(raw)) mistake(`${name}=${raw} 不对：应为 true 或 false`)
    return raw === 'true'
  }
  function secret(name: keyof typeof builtIn, form = /^.{32,}$/s, should = '至少 32 个字符'): string {
    const value = text(name, isProduction ? '' : builtIn[name])
    if (isProduction && !value) mistake(`${name} 没有设置：正式运行（NODE_ENV=production）必须自备密钥`)
    else if (isProduction && value === builtIn[name])
      mistake(`${name} 用的是内置的演示密钥：正式运行必须换掉`)
    else if (!form.test(value)) mistake(`${name} 不对：应为${should}`)
    return value
  }
  function databaseUrl(): string | undefined {
    const raw = text('DATABASE_URL', '')
    if (!raw) return undefined
    if (!URL.canParse(raw) || !/^(mysql|mariadb):\/\/[^/]+\/[^/?]+/.test(raw))
      mistake('DATABASE_URL 不对：应为 mysql://用户:密码@主机:端口/库名 或 mariadb://…')
    return raw
  }
  function logLevel(): Config['logLevel'] {
    const raw = text('LOG_LEVEL', 'warn')
    const level = logLevels.find((known) => known === raw)
    if (!level) mistake(`LOG_LEVEL=${raw} 不对：应为 ${logLevels.join('、')} 之一`)
    return level ?? 'warn'
  }

  function template(name: string, fallback: string): MessageTemplate | undefined {
    const raw = text(name, isProduction ? '' : fallback)
    const read = templateOf(raw)
    if (raw && !read)
      mistake(
        `${name} 不对：应为 模板编号:thing1=title,time2=at 的样子，等号后为 ${templateValues.join('、')} 之一`,
      )
    return read
  }
  function sms(): Config['sms'] {
    const [url, key, signature] = [text('SMS_URL', ''), text('SMS_KEY', ''), text('SMS_SIGNATURE', '')]
    if (!url) return undefined
    if (!URL.canParse(url)) mistake('SMS_URL 不对：应为短信服务的网址')
    if (!key) mistake('SMS_KEY 没有设置：填了 SMS_URL 就需要短信服务的密钥')
    if (!signature) mistake('SMS_SIGNATURE 没有设置：填了 SMS_URL 就需要短信签名')
    return { url, key, signature }
  }
  function publicUrl(port: number): string {
    const raw = text('PUBLIC_URL', isProduction ? '' : `http://localhost:${port}`)
    if (!raw) mistake('PUBLIC_URL 没有设置：正式运行需要外网网址，微信要从这里取照片做内容安全检测')
    else if (!/^https?:\/\/[^/?#]+$/.test(raw))
      mistake(`PUBLIC_URL=${raw} 不对：应为 https://域名，末尾不带斜杠`)
    return raw
  }

  // A misspelt "production" must not quietly start a demonstration.
  const mode = text('NODE_ENV', 'development')
  if (!['development', 'test', 'production'].includes(mode))
    mistake(`NODE_ENV=${mode} 不对：应为 production、development 或 test`)
  const isDemonstration = flag('DEMONSTRATION', !isProduction)
  if (isProduction && isDemonstration) mistake('DEMONSTRATION=true 不能与 NODE_ENV=production 同用')
  const dataDir = resolve(text('DATA_DIR', join(serverRoot, '../data')))
  const whyNot = unwritable(dataDir)
  if (whyNot) mistake(`DATA_DIR=${dataDir} 不能写入：${whyNot}`)
  const baseUrl = text('WECHAT_API_BASE', '')
  if (baseUrl && !URL.canParse(baseUrl)) mistake(`WECHAT_API_BASE=${baseUrl} 不对：应为网址`)

  const port = integer('PORT', 3000, 0, 65535)
  const progress = template('WECHAT_TEMPLATE_PROGRESS', standInTemplates.progress)
  const answered = template('WECHAT_TEMPLATE_ANSWERED', standInTemplates.answered)
  const config: Config = {
    port,
    host: text('HOST', '0.0.0.0'),
    databaseUrl: databaseUrl(),
    databasePool: integer('DATABASE_POOL', 20, 1, 500),
    dataDir,
    isProduction,
    isDemonstration,
    sessionSecret: secret('SESSION_SECRET'),
    personalDataKey: Buffer.from(
      secret('PERSONAL_DATA_KEY', /^[0-9a-f]{64}$/i, ' 64 位十六进制（32 字节）'),
      'hex',
    ),
    attachmentSecret: secret('ATTACHMENT_SECRET'),
    weChat: {
      appId: text('WECHAT_APP_ID', 'demonstration'),
      appSecret: text('WECHAT_APP_SECRET', 'demonstration'),
      baseUrl: baseUrl || (isProduction ? 'https://api.weixin.qq.com' : undefined),
    },
    sms: sms(),
    weChatEvents: {
      token: secret('WECHAT_EVENT_TOKEN', /^[A-Za-z0-9]{3,32}$/, ' 3 到 32 个字母或数字'),
      aesKey: Buffer.from(secret('WECHAT_EVENT_AES_KEY', /^[A-Za-z0-9]{43}$/, ' 43 个字母或数字'), 'base64'),
    },
    weChatTemplates: { ...(progress && { progress }), ...(answered && { answered }) },
    publicUrl: publicUrl(port),
    callBackShare: integer('CALL_BACK_PERCENT', callBackShare * 100, 0, 100) / 100,
    isRelaying: flag('OUTBOX_RELAY', true),
    logLevel: logLevel(),
    hasRateLimits: flag('RATE_LIMITS', true),
    trustedProxies: integer('TRUSTED_PROXIES', 0, 0, 10),
    webRoot: resolve(text('WEB_ROOT', join(serverRoot, '../miniapp/dist/h5'))),
  }
  if (isProduction && !env.WECHAT_APP_SECRET?.trim())
    mistake('WECHAT_APP_SECRET 没有设置：正式运行需要小程序的密钥')
  if (isProduction && !env.WECHAT_APP_ID?.trim())
    mistake('WECHAT_APP_ID 没有设置：正式运行需要小程序的 AppID')
  if (mistakes.length > 0) throw new ConfigError(mistakes)
  return config
}

/** Why the folder cannot be written to, or undefined when it can. Makes the folder when it is missing. */
function unwritable(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.X_OK)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
