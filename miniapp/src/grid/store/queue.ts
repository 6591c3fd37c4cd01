import { operationsMax } from '@minsheng/shared'
import { backOff } from '@/stores/outgoing'
import { type ApiError, asApiError } from '@/services/api-error'
import type { Attached } from '@/stores/attached'
import {
  follow,
  headsOfLanes,
  isOpen,
  type ListedOperation,
  type NewOperation,
  type Operation,
  type OperationResult,
  type RecordOf,
  renamed,
} from './operation'
import { readAll, readFrom, type Shelf, writeTo } from './shelf'

/** What was sent stays in the list this long, in milliseconds. */
const SHOWN_AFTER_SENDING = 24 * 3600_000

export interface Answer {
  /** ISO. */
  serverTime: string
  results: readonly OperationResult[]
}

export interface QueuePorts {
  shelf: Shelf
  /** Sends them, or throws ApiError. */
  send(operations: readonly Operation[]): Promise<Answer>
  /** Brings the files to the server and gives them with their ids there, or throws ApiError. */
  upload(files: readonly Attached[]): Promise<Attached[]>
  dropFile(file: Attached): Promise<void>
  newId(): string
  now(): number
  /** Ask to call `flush` at this time; null: no need to. */
  wakeAt(time: number | null): void
  changed(items: readonly ListedOperation[]): void
}

const PREFIX = 'operation/'
const CLOCK = 'clock'
const nameOf = ({ id }: { id: string }) => PREFIX + id

/** Statuses that speak of the whole request rather than of one operation: a smaller one may pass. */
const isAboutTheBatch = (status: number) => [400, 413, 422, 500].includes(status)
/** Nobody is signed in, or not as somebody who may: it waits, it is not the operation's fault. */
const isAboutThePerson = (status: number) => status === 401 || status === 403

const describes = ({ code, title, fields }: ApiError) => ({ code, message: fields[0]?.message ?? title })

/**
 * The queue of what was written at the door. Pure: storage, network and clock are passed in.
 *
 * An operation is stored before anything is sent, and stays until the server has answered with the id of what it has
 * become. Killed at any point, it goes out again under the same id, and the server answers a repeated one with its first
 * answer: so each is done exactly once.
 */
export async function openQueue(ports: QueuePorts) {
  const { shelf } = ports
  const drop = (files: readonly Attached[]) => Promise.all(files.map((file) => ports.dropFile(file)))
  let items = await load()
  let clockOffset = (await readFrom<number>(shelf, CLOCK)) ?? 0
  /** On their way right now; killed meanwhile, they wait again. */
  let sending: ReadonlySet<string> = new Set()
  const attempts = new Map<string, number>()
  /** Not to be sent before, milliseconds since 1970. */
  const notBefore = new Map<string, number>()
  let quietUntil = 0
  let failures = 0
  let chain: Promise<unknown> = Promise.resolve()

  async function load(): Promise<Operation[]> {
    const all = await readAll<Operation>(shelf, PREFIX)
    const replaced = new Set(all.flatMap(({ replaces }) => replaces ?? []))
    const isPast = ({ state, sentAt }: Operation) =>
      state === 'sent' && (sentAt ?? 0) < ports.now() - SHOWN_AFTER_SENDING
    const past = all.filter((one) => replaced.has(one.id) || isPast(one))
    await Promise.all(past.map((one) => shelf.remove(nameOf(one))))
    const kept = all.filter((one) => !past.includes(one))
    // Killed between the answer and the tidying up.
    await Promise.all(kept.filter((one) => !isOpen(one)).map(({ files }) => drop(files)))
    return kept.sort((a, b) => a.order - b.order)
  }

  const listed = (): ListedOperation[] =>
    items.map((item) => (sending.has(item.id) ? { ...item, state: 'sending' } : item))
  const tell = () => ports.changed(listed())
  const find = (id: string) => items.find((item) => item.id === id)

  /** Stored first, then believed. */
  async function put(operation: Operation): Promise<void> {
    await writeTo(shelf, nameOf(operation), operation)
    items = find(operation.id)
      ? items.map((item) => (item.id === operation.id ? operation : item))
      : [...items, operation].sort((a, b) => a.order - b.order)
    tell()
  }

  async function remove(id: string): Promise<void> {
    await shelf.remove(PREFIX + id)
    items = items.filter((item) => item.id !== id)
    tell()
  }

  function hold(operation: Operation, seconds?: number | null) {
    const tries = (attempts.get(operation.id) ?? 0) + 1
    attempts.set(operation.id, tries)
    notBefore.set(operation.id, ports.now() + (seconds ? seconds * 1000 : backOff(tries)))
  }
  /** A clock that was put back must not hold anything for longer than the longest wait. */
  const isDue = (time: number) => time <= ports.now() || time > ports.now() + backOff(99)

  const refuse = (operation: Operation, refusal: Operation['refusal']) =>
    put({ ...operation, state: 'refused', refusal })

  /** The server has it: those behind it follow first, so that a kill in between leaves nothing half told. */
  async function settle(operation: Operation, record: RecordOf): Promise<void> {
    for (const item of items) {
      const next = follow(item, operation, record)
      if (next !== item) await put(next)
    }
    await put({ ...operation, state: 'sent', record, refusal: null, current: null, sentAt: ports.now() })
    await drop(operation.files)
  }

  async function apply(operation: Operation, result: OperationResult | undefined): Promise<void> {
    if (!result) return hold(operation)
    const { outcome, record, current, code, message } = result
    if (outcome === 'conflict') return put({ ...operation, state: 'conflict', current })
    if (outcome === 'refused') {
      const canTravelAgain = code === 'attachment_unknown' && operation.files.some(({ id }) => id)
      if (canTravelAgain && !operation.isUploadedAgain) {
        const files = operation.files.map((file) => ({ ...file, id: null, sentAs: ports.newId() }))
        return put({ ...operation, files, isUploadedAgain: true })
      }
      return refuse(operation, { code: code ?? 'refused', message: message ?? '' })
    }
    return record ? settle(operation, record) : hold(operation)
  }

  async function take(operations: readonly Operation[], answer: Answer): Promise<void> {
    clockOffset = Date.parse(answer.serverTime) - ports.now()
    const results = new Map(answer.results.map((result) => [result.id, result]))
    for (const operation of operations) {
      await apply(operation, results.get(operation.id)).catch(() => hold(operation)) // no room to write it down: it is asked again
    }
    await writeTo(shelf, CLOCK, clockOffset).catch(() => {})
  }

  /** True when others may be tried. A request that is refused as a whole is halved until the one is found that it is about. */
  async function deliver(operations: readonly Operation[]): Promise<boolean> {
    const [first] = operations
    if (!first) return true
    try {
      await take(operations, await ports.send(operations))
      failures = 0
      return true
    } catch (thrown) {
      const error = asApiError(thrown)
      if (isAboutTheBatch(error.status) && operations.length > 1) {
        const middle = Math.ceil(operations.length / 2)
        return (await deliver(operations.slice(0, middle))) && (await deliver(operations.slice(middle)))
      }
      const isRefused = error.status >= 400 && !error.isPassing && !isAboutThePerson(error.status)
      if (isRefused) {
        for (const operation of operations)
          await refuse(operation, describes(error)).catch(() => hold(operation))
        return true
      }
      if (error.status === 500) {
        hold(first)
        return false
      }
      quietUntil = ports.now() + (error.retryAfter ? error.retryAfter * 1000 : backOff(++failures))
      return false
    }
  }

  /** With its files on the server; null when it has to wait, or needs a person. */
  async function withFiles(operation: Operation): Promise<Operation | null> {
    if (operation.files.every(({ id }) => id)) return operation
    try {
      const ready = { ...operation, files: await ports.upload(operation.files) }
      await put(ready)
      return ready
    } catch (thrown) {
      const error = asApiError(thrown)
      const isRefused = error.status >= 400 && !error.isPassing && !isAboutThePerson(error.status)
      if (isRefused) await refuse(operation, describes(error)).catch(() => hold(operation))
      else hold(operation, error.retryAfter)
      return null
    }
  }

  async function send(operations: readonly Operation[]): Promise<boolean> {
    sending = new Set(operations.map(({ id }) => id))
    tell()
    try {
      const ready: Operation[] = []
      for (const operation of operations) {
        const whole = await withFiles(operation)
        if (whole) ready.push(whole)
      }
      return await deliver(ready)
    } finally {
      sending = new Set()
      tell()
    }
  }

  const due = () => headsOfLanes(items).filter(({ id }) => isDue(notBefore.get(id) ?? 0))

  async function round(eager: boolean): Promise<void> {
    if (eager) {
      quietUntil = 0
      notBefore.clear()
    }
    while (isDue(quietUntil)) {
      const next = due().slice(0, operationsMax)
      if (!next.length || !(await send(next))) break
    }
    const times = headsOfLanes(items).map(({ id }) => Math.max(quietUntil, notBefore.get(id) ?? 0))
    ports.wakeAt(times.length ? Math.min(...times) : null)
  }

  /** What is done happens one after the other. */
  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = chain.then(act)
    chain = mine.catch(() => {})
    return mine
  }

  const made = (operation: NewOperation): Operation => ({
    id: ports.newId(),
    files: [],
    ...operation,
    recordedAt: new Date(ports.now()).toISOString(),
    clockOffset,
    order: (items[items.length - 1]?.order ?? 0) + 1,
    state: 'waiting',
    refusal: null,
    current: null,
    record: null,
    sentAt: null,
  })

  /** Written upon something that was sent meanwhile. */
  const upToDate = (operation: NewOperation): NewOperation =>
    items.reduce(
      (one, { localId, record }) => (localId && record ? renamed(one, localId, record.id) : one),
      operation,
    )

  tell()
  return {
    items: listed,
    has: (id: string): boolean => find(id) !== undefined,
    /** Stores it; once this resolves it is safe. Rejects when there is no room: nothing was kept. */
    async add(operation: NewOperation): Promise<Operation> {
      const added = made(upToDate(operation))
      await put(added)
      return added
    },
    /** Sends what is due. `eager`: there is signal again, or a person asks for it. */
    flush: (eager = false): Promise<void> => inTurn(() => round(eager)),
    /** Puts a corrected one in the place of one that was refused or is in conflict: under a new id, for it says something else. */
    correct: (
      id: string,
      change: Partial<Pick<Operation, 'kind' | 'body' | 'baseVersion' | 'files'>>,
    ): Promise<void> =>
      inTurn(async () => {
        const old = find(id)
        if (old?.state !== 'refused' && old?.state !== 'conflict') return
        const next = { ...made({ ...old, ...change, id: ports.newId() }), replaces: id }
        await put({ ...next, order: old.order, recordedAt: old.recordedAt, clockOffset: old.clockOffset })
        await remove(id)
      }),
    /** At a conflict the person takes what the server has: what was written upon their own goes there. */
    adopt: (id: string, record: RecordOf): Promise<void> =>
      inTurn(async () => {
        const old = find(id)
        if (old?.state === 'conflict') await settle(old, record)
      }),
    /** The person lets go of one that was refused or is in conflict. One that waits is not given up: the server may have it. */
    discard: (id: string): Promise<void> =>
      inTurn(async () => {
        const old = find(id)
        if (old?.state !== 'refused' && old?.state !== 'conflict') return
        await remove(id)
        await drop(old.files)
      }),
  }
}

export type Queue = Awaited<ReturnType<typeof openQueue>>
