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
  /** Demonstration district, accounts, and codes that are shown instead of sent. Never in production. */
  isDemonstration: boolean
  sessionSecret: string
  personalDataKey: Buffer
  attachmentSecret: string
  weChat: { appId: string; appSecret: string; baseUrl: string | undefined }
  logLevel: (typeof logLevels)[number]
  /** Whether requests are counted against the limits. Off only for load tests. */
  hasRateLimits: boolean
  /** Number of proxies in front that set X-Forwarded-For. */
  trustedProxies: number
  /** Folder of the mini-program's web build. */
  webRoot: string
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
} as const

const serverRoot = resolve(import.meta.dirname, '../..')

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

  const config: Config = {
    port: integer('PORT', 3000, 0, 65535),
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
