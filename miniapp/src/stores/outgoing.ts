import { ApiError, asApiError } from '@/services/api-error'
import type { NeedView } from '@/services/api'
import type { Attached } from './attached'
import type { Place } from './place'

/**
 * The queue of needs that wait on the phone. Pure: storage, network and clock are passed in.
 *
 * A need gets its key once, when it enters, and is stored before it is sent. It leaves the storage only after
 * the server has answered. Killed in between, it goes out again under the same key, and the server answers the
 * repeated key with its first answer: so it is filed exactly once.
 */
export interface NewOutgoing {
  /** UUID, made once for a need: the Idempotency-Key. */
  key: string
  /** When it was written, ISO. */
  capturedAt: string
  text: string
  place: Place | null
  anonymous: boolean
  contactPhone: string | null
  attachments: Attached[]
  /** 我也遇到: the look-alike that it is the same as. */
  sameAs?: string | undefined
  /** Of the code by which the mini-program was opened. */
  scene?: string | undefined
}

export interface Outgoing extends NewOutgoing {
  state: 'waiting' | 'sending' | 'refused'
  /** Why it waits: no signal, too many at once, nobody signed in. */
  waitsFor: 'signal' | 'calm' | 'signIn' | null
  attempts: number
  /** Milliseconds since 1970; not to be sent before. */
  notBefore: number
  /** What the server said when it refused. */
  refusal: { code: string; title: string; field: string | null } | null
}

export interface OutgoingPorts {
  load(): Outgoing[]
  save(items: Outgoing[]): void
  /** Files it, or throws ApiError. `keep` stores the attachments that the server has already. */
  send(item: Outgoing, keep: (attachments: Attached[]) => void): Promise<NeedView>
  now(): number
  /** Ask to call `flush` at this time; null: no need to. */
  wakeAt(time: number | null): void
  changed(items: Outgoing[]): void
}

export type Outcome =
  | { kind: 'delivered'; need: NeedView }
  | { kind: 'waiting'; waitsFor: Outgoing['waitsFor'] }
  | { kind: 'refused'; error: ApiError }

const FIRST_WAIT = 5_000
const LONGEST_WAIT = 300_000

/** 5 s, 10 s, 20 s … at most 5 minutes. */
export const backOff = (attempts: number) =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, attempts - 1))

/** What a failed sending makes of the item. WeChat's and the browser's own errors count as no signal. */
export function afterFailure(item: Outgoing, error: ApiError, now: number): Outgoing {
  const attempts = item.attempts + 1
  const wait = (waitsFor: Outgoing['waitsFor'], notBefore: number): Outgoing => ({
    ...item,
    state: 'waiting',
    waitsFor,
    attempts,
    notBefore,
  })
  if (error.status === 429) return wait('calm', now + (error.retryAfter ?? 60) * 1000)
  if (error.status === 401) return wait('signIn', 0)
  if (error.isPassing || error.status < 400) return wait('signal', now + backOff(attempts))
  const { code, title, fields } = error
  const refusal = { code, title: fields[0]?.message ?? title, field: fields[0]?.field ?? null }
  return { ...item, state: 'refused', waitsFor: null, attempts, refusal }
}

export function createOutgoing(ports: OutgoingPorts) {
  // "sending" in the storage means: killed before the answer came.
  let items = ports
    .load()
    .map((item): Outgoing => (item.state === 'sending' ? { ...item, state: 'waiting' } : item))
  const outcomes = new Map<string, Outcome>()
  let chain: Promise<void> = Promise.resolve()

  function change(next: Outgoing[]) {
    items = next
    ports.save(items)
    ports.changed(items)
  }
  const replace = (item: Outgoing) => change(items.map((old) => (old.key === item.key ? item : old)))
  const remove = (key: string) => change(items.filter((item) => item.key !== key))
  const find = (key: string) => items.find((item) => item.key === key)

  /** True when the next one may be tried. */
  async function sendOne(item: Outgoing): Promise<boolean> {
    replace({ ...item, state: 'sending' })
    try {
      const keep = (attachments: Attached[]) => {
        const current = find(item.key)
        if (current) replace({ ...current, attachments })
      }
      const need = await ports.send(item, keep)
      outcomes.set(item.key, { kind: 'delivered', need })
      remove(item.key)
      return true
    } catch (thrown) {
      const error = asApiError(thrown)
      const after = afterFailure(find(item.key) ?? item, error, ports.now())
      outcomes.set(
        item.key,
        after.state === 'refused'
          ? { kind: 'refused', error }
          : { kind: 'waiting', waitsFor: after.waitsFor },
      )
      replace(after)
      return after.state === 'refused'
    }
  }

  /** Oldest first; one that has to wait holds those behind it back. */
  async function round(eager: boolean) {
    for (;;) {
      const next = items.find((item) => item.state === 'waiting')
      if (!next) break
      const isHeld = next.notBefore > ports.now() && !(eager && next.waitsFor === 'signal')
      if (isHeld || !(await sendOne(next))) break
    }
    const waiting = items.find((item) => item.state === 'waiting')
    ports.wakeAt(waiting && waiting.waitsFor !== 'signIn' ? waiting.notBefore : null)
  }

  /** Sends what is due. `eager`: there is signal again, do not wait for the next try. */
  const flush = (eager = false): Promise<void> => (chain = chain.then(() => round(eager)))

  return {
    items: () => items,
    flush,
    /** Stores it, then tries to send it; the answer tells how that went. */
    async add(need: NewOutgoing): Promise<Outcome> {
      const { key } = need
      change([
        ...items,
        { ...need, state: 'waiting', waitsFor: null, attempts: 0, notBefore: 0, refusal: null },
      ])
      await flush()
      const held = items.find((item) => item.state === 'waiting')?.waitsFor ?? null
      const outcome = outcomes.get(key) ?? { kind: 'waiting', waitsFor: held }
      outcomes.delete(key)
      return outcome
    },
    /** Takes one out, to be changed or forgotten. One that is being sent stays. */
    take(key: string): Outgoing | null {
      const item = find(key)
      if (!item || item.state === 'sending') return null
      remove(key)
      return item
    },
  }
}
