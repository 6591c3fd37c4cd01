export interface FieldError {
  field: string
  message: string
}

interface Problem {
  title?: string
  status?: number
  code?: string
  errors?: FieldError[]
  requestId?: string
  retryAfter?: number
  state?: string
  allowed?: string[]
}

/**
 * The one error that a service throws. `code` is the server's stable code, or `offline` when no answer came,
 * `unreadable` when what came was not ours. `retryAfter` is in seconds.
 */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly fields: FieldError[]
  readonly retryAfter: number | null
  readonly requestId: string | null

  constructor(status: number, problem: Problem = {}) {
    const code = problem.code ?? (status === 0 ? 'offline' : 'unreadable')
    super(problem.title ?? code)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.title = problem.title ?? ''
    this.fields = problem.errors ?? []
    this.retryAfter = problem.retryAfter ?? null
    this.requestId = problem.requestId ?? null
  }

  /** No answer, or one that says "not now": worth the same request again. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

export const offline = () => new ApiError(0)

/** Whatever was thrown, as the one error that the screens understand. */
export const asApiError = (thrown: unknown): ApiError =>
  thrown instanceof ApiError ? thrown : new ApiError(-1, { code: 'unexpected', title: '' })

/** Turns an answer that is no success into the one error. A proxy's "bad gateway" is the same as no signal. */
export function refusal(status: number, data: unknown, retryAfterHeader?: string): ApiError {
  const problem = data && typeof data === 'object' ? data : {}
  if (status >= 502 && status <= 504 && !('code' in problem)) return offline()
  const seconds = Number(retryAfterHeader)
  return new ApiError(
    status,
    Number.isFinite(seconds) && seconds > 0 ? { retryAfter: seconds, ...problem } : problem,
  )
}
