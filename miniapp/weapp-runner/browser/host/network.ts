import { report } from '../weapp'
import { api, Listeners, type Callbacks } from './api'
import { fileAt } from './files'

interface RequestOptions {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  timeout?: number
}

interface UploadOptions {
  url: string
  filePath: string
  name: string
  fileName?: string
  header?: Record<string, string>
  formData?: Record<string, string>
  timeout?: number
}

interface Answer {
  statusCode: number
  header: Record<string, string>
  data: unknown
}

/** The address here of one on the server that the mini-program was built for. */
export function addressHere(url: string): string {
  const { origin, pathname, search } = new URL(url)
  if (origin !== window.phone.apiOrigin) {
    report(`${origin} is not among the domains of the mini-program: ${url}`)
    throw new TypeError('url not in domain list')
  }
  return pathname + search
}

async function exchange(url: string, init: RequestInit): Promise<{ answer: Response; text: string }> {
  const answer = await fetch(addressHere(url), init)
  return { answer, text: await answer.text() }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const describe = ({ status, headers }: Response, data: unknown): Answer => ({
  statusCode: status,
  header: Object.fromEntries(headers),
  data,
})

/** A call that is under way: WeChat gives the task at once, and the answer by callbacks. */
function task<Options extends Callbacks<Answer> & { timeout?: number }>(
  name: string,
  options: Options,
  act: (signal: AbortSignal) => Promise<Answer>,
) {
  const progress = new Listeners<{ progress: number }>()
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort('timeout'), options.timeout ?? 60_000)
  act(controller.signal)
    .finally(() => clearTimeout(timer))
    .then(
      (answer) => {
        progress.tell({ progress: 100 })
        const result = { ...answer, errMsg: `${name}:ok` }
        options.success?.(result)
        options.complete?.(result)
      },
      () => {
        const why = controller.signal.aborted ? String(controller.signal.reason) : 'net::ERR_FAILED'
        const reason = { errMsg: `${name}:fail ${why}` }
        options.fail?.(reason)
        options.complete?.(reason)
      },
    )
  return {
    abort: () => controller.abort('abort'),
    onProgressUpdate: progress.on,
    offProgressUpdate: progress.off,
    onHeadersReceived() {},
    offHeadersReceived() {},
    onChunkReceived() {},
    offChunkReceived() {},
  }
}

const withoutBody = ['GET', 'HEAD']

const request = (options: RequestOptions & Callbacks<Answer>) =>
  task('request', options, async (signal) => {
    const { url, method = 'GET', data, header } = options
    const body = typeof data === 'string' ? data : JSON.stringify(data)
    const headers = new Headers(header)
    if (!headers.has('content-type')) headers.set('content-type', 'application/json')
    const { answer, text } = await exchange(url, {
      method,
      headers,
      body: withoutBody.includes(method) ? undefined : body,
      signal,
    })
    return describe(answer, parsed(text))
  })

const uploadFile = (options: UploadOptions & Callbacks<Answer>) =>
  task('uploadFile', options, async (signal) => {
    const { url, filePath, name, fileName = 'file', header, formData = {} } = options
    const form = new FormData()
    for (const [field, value] of Object.entries(formData)) form.append(field, value)
    form.append(name, fileAt(filePath), fileName)
    const { answer, text } = await exchange(url, { method: 'POST', headers: header, body: form, signal })
    // Other than a request, an upload gives the text as it is.
    return describe(answer, text)
  })

export function network() {
  const changes = new Listeners<{ isConnected: boolean; networkType: string }>()
  const networkType = () => (navigator.onLine ? window.phone.networkType : 'none')
  const tell = () => changes.tell({ isConnected: navigator.onLine, networkType: networkType() })
  addEventListener('online', tell)
  addEventListener('offline', tell)
  return {
    request,
    uploadFile,
    getNetworkType: api('getNetworkType', () => ({ networkType: networkType() })),
    onNetworkStatusChange: changes.on,
    offNetworkStatusChange: changes.off,
  }
}
