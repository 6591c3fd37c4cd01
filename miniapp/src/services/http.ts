import Taro from '@tarojs/taro'
import { decode } from '@stablelib/utf8'
import { offline, refusal } from './api-error'
import type { SessionView } from './api'

/** A phone can hold a resident's and a staff member's session side by side. */
export type Realm = 'resident' | 'staff'

export interface Tokens {
  accessToken: string
  refreshToken: string
}

/** Where the tokens live. The store brings it, so that this file knows no store. */
export interface TokenKeeper {
  get(realm: Realm): Tokens | null
  /** As they are stored now: another window of the browser may have traded them meanwhile. */
  stored(realm: Realm): Tokens | null
  renew(realm: Realm, session: SessionView): void
  drop(realm: Realm): void
}

export interface Call {
  path: string
  method?: 'GET' | 'POST' | 'DELETE'
  query?: Record<string, string | number | undefined | null>
  body?: object
  /** Whose token to send; none for what is public. */
  realm?: Realm
  /** UUID; the server answers a repeated one with its first answer. */
  idempotencyKey?: string
  etag?: string | null
  /** The answer is a file: its bytes, as they are. */
  isFile?: true
}

interface Reply {
  status: number
  data: unknown
  headers: Record<string, string>
}

const TIMEOUT = 15_000
const base = `${API_ORIGIN}/api/v1`

let keeper: TokenKeeper = { get: () => null, stored: () => null, renew: () => {}, drop: () => {} }
export const setTokenKeeper = (tokens: TokenKeeper) => {
  keeper = tokens
}

let signInAgain: (realm: Realm) => Promise<boolean> = () => Promise.resolve(false)
/** How a session that is over begins anew without a word, where the phone knows who it is. */
export const setSignInAgain = (again: typeof signInAgain) => {
  signInAgain = again
}

/** Addresses in answers are relative to the server. */
export const absolute = (url: string) =>
  /^(https?:|blob:|data:|wxfile:)/.test(url) ? url : `${API_ORIGIN}${url}`
export const apiUrl = (path: string) => `${base}${path}`

const queryOf = (query: Call['query'] = {}) => {
  const pairs = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  return pairs.length
    ? `?${pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')}`
    : ''
}

export const authorization = (realm: Realm | undefined): Record<string, string> => {
  const tokens = realm && keeper.get(realm)
  return tokens ? { Authorization: `Bearer ${tokens.accessToken}` } : {}
}

async function send(call: Call): Promise<Reply> {
  const { path, method = 'GET', query, body, realm, idempotencyKey, etag, isFile } = call
  const answer = await Taro.request<unknown>({
    url: `${base}${path}${queryOf(query)}`,
    method,
    data: body,
    timeout: TIMEOUT,
    ...(isFile && { responseType: 'arraybuffer' as const }),
    header: {
      ...authorization(realm),
      ...(body && { 'Content-Type': 'application/json' }),
      ...(idempotencyKey && { 'Idempotency-Key': idempotencyKey }),
      ...(etag && { 'If-None-Match': etag }),
    },
  }).catch(() => {
    throw offline()
  })
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries<unknown>(answer.header ?? {}))
    headers[name.toLowerCase()] = String(value)
  return { status: answer.statusCode, data: answer.data, headers }
}

const refreshing: Partial<Record<Realm, Promise<boolean>>> = {}

/** Asks for new tokens, once at a time for a realm. False when the session is over, and none began in its place. */
export function refresh(realm: Realm): Promise<boolean> {
  refreshing[realm] ??= renewTokens(realm).finally(() => delete refreshing[realm])
  return refreshing[realm]
}

async function renewTokens(realm: Realm): Promise<boolean> {
  const tokens = keeper.stored(realm)
  if (!tokens) return false
  const reply = await send({
    path: '/sessions/refresh',
    method: 'POST',
    body: { refreshToken: tokens.refreshToken },
  })
  if (reply.status >= 500 || reply.status === 429) throw refusal(reply.status, reply.data)
  if (reply.status >= 400) {
    keeper.drop(realm)
    return signInAgain(realm)
  }
  keeper.renew(realm, reply.data as SessionView)
  return true
}

async function exchange(call: Call): Promise<Reply> {
  const reply = await send(call)
  if (reply.status !== 401 || !call.realm || !keeper.get(call.realm)) return reply
  return (await refresh(call.realm)) ? send(call) : reply
}

/** The data of one request, or an ApiError. Shows nothing and goes nowhere. */
export async function ask<T>(call: Call): Promise<T> {
  const reply = await exchange(call)
  if (reply.status >= 200 && reply.status < 300) return reply.data as T
  throw refusal(reply.status, reply.data, reply.headers['retry-after'])
}

/** As `ask`, of a file: its bytes. */
export async function askFile(call: Omit<Call, 'isFile'>): Promise<ArrayBuffer> {
  const reply = await exchange({ ...call, isFile: true })
  if (reply.status >= 200 && reply.status < 300 && reply.data instanceof ArrayBuffer) return reply.data
  throw refusal(reply.status, readable(reply.data), reply.headers['retry-after'])
}

/** What is said instead of a file comes as bytes too. */
function readable(data: unknown): unknown {
  if (!(data instanceof ArrayBuffer)) return data
  try {
    return JSON.parse(decode(new Uint8Array(data)))
  } catch {
    return null
  }
}

/** As `ask`, but null when nothing changed since `etag`. */
export async function askIfChanged<T>(call: Call): Promise<{ data: T; etag: string | null } | null> {
  const reply = await exchange(call)
  if (reply.status === 304) return null
  if (reply.status >= 200 && reply.status < 300)
    return { data: reply.data as T, etag: reply.headers['etag'] ?? null }
  throw refusal(reply.status, reply.data, reply.headers['retry-after'])
}
