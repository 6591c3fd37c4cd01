import { ApiError } from '@/services/api-error'
import type { Operation, OperationResult } from './operation'
import { type Answer, openQueue, type QueuePorts } from './queue'
import type { Shelf } from './shelf'

/** The app was killed at this very step. */
export class Killed extends Error {}

/** What lies on the phone outlives the app; the app can be killed before or after any step, and there can be no room. */
export class Drawer implements Shelf {
  readonly entries = new Map<string, string>()
  /** Steps until the app is killed; negative: it lives on. */
  killIn = -1
  isFull = false
  /** After a kill nothing more happens to what the dead app still wants. */
  private isDead = false

  revive() {
    this.killIn = -1
    this.isDead = false
  }

  private step(change: () => void, isWriting = true) {
    if (this.isDead) throw new Killed()
    // At an odd number the change is still made, at an even one it is not.
    if (this.killIn === 0 || this.killIn === 1) {
      this.isDead = true
      if (this.killIn === 1) change()
      throw new Killed()
    }
    if (this.killIn > 0) this.killIn -= 2
    if (this.isFull && isWriting) throw new Error('no room')
    change()
  }

  get isKilled() {
    return this.isDead
  }

  async names(beginning: string) {
    return [...this.entries.keys()].filter((name) => name.startsWith(beginning))
  }
  async read(name: string) {
    return this.entries.get(name) ?? null
  }
  async write(name: string, text: string) {
    this.step(() => this.entries.set(name, text))
  }
  async remove(name: string) {
    this.step(() => this.entries.delete(name), false)
  }
}

export type Fate = 'arrives' | 'lost' | 'answerLost' | 'busy' | 'broken' | 'answerCut'

/** A server that keeps the contract: each id once, a repeated one gets the first answer. */
export class Server {
  readonly done = new Map<string, { id: string; version: number; receiptNo?: string }>()
  readonly bodies: object[] = []
  readonly requests: string[][] = []
  /** Versions of what is changed. */
  readonly versions = new Map<string, number>()
  refusals = new Map<string, string>()
  /** Doors that somebody else has entered, by what is told of them. */
  conflicts = new Map<string, string>()
  /** What becomes of the next requests; then all arrive. */
  fates: Fate[] = []
  /** It takes no request with more operations. */
  limit = 500
  time = Date.parse('2026-11-20T02:00:00Z')

  async receive(operations: readonly Operation[]): Promise<Answer> {
    const fate = this.fates.shift() ?? 'arrives'
    if (fate === 'lost') throw new ApiError(0)
    if (fate === 'busy') throw new ApiError(429, { retryAfter: 7 })
    if (fate === 'broken') throw new ApiError(500, { code: 'internal_error' })
    this.requests.push(operations.map(({ id }) => id))
    if (operations.length > this.limit) throw new ApiError(413, { code: 'too_large' })
    const results = operations.map((operation) => this.apply(operation))
    if (fate === 'answerLost') throw new ApiError(0)
    return {
      serverTime: new Date(this.time).toISOString(),
      results: fate === 'answerCut' ? results.slice(0, -1).reverse() : results,
    }
  }

  private apply({ id, lane, body, baseVersion }: Operation): OperationResult {
    const before = this.done.get(id)
    if (before) return { id, outcome: 'duplicate', record: before }
    const code = this.refusals.get(JSON.stringify(body))
    if (code) return { id, outcome: 'refused', code, message: '请改一改' }
    const known = this.conflicts.get(JSON.stringify(body))
    if (known) return { id, outcome: 'conflict', current: { id: known, version: 4 } }
    const version = this.versions.get(lane) ?? 1
    if (baseVersion !== undefined && baseVersion !== version)
      return { id, outcome: 'conflict', current: { id: lane, version } }
    if (baseVersion !== undefined) this.versions.set(lane, version + 1)
    const record = { id: `record of ${id}`, version: baseVersion === undefined ? 1 : version + 1 }
    this.done.set(id, record)
    this.bodies.push(body)
    return { id, outcome: 'done', record }
  }
}

let ids = 0

/** A grid worker's phone. */
export class Phone {
  readonly drawer = new Drawer()
  time = Date.parse('2026-11-20T02:00:00Z')
  wakesAt: number | null = null
  readonly dropped: string[] = []

  constructor(readonly server: Server) {}

  opensApp(over: Partial<QueuePorts> = {}) {
    this.drawer.revive()
    return openQueue({
      shelf: this.drawer,
      send: (operations) => this.server.receive(operations),
      upload: async (files) => files.map((file) => ({ ...file, id: `server's ${file.key}` })),
      dropFile: async ({ key }) => void this.dropped.push(key),
      newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
      now: () => this.time,
      wakeAt: (time) => (this.wakesAt = time),
      changed: () => {},
      ...over,
    })
  }
}

export const aVisit = (words: string, files: Operation['files'] = []) => ({
  kind: 'visit.record',
  body: { words },
  lane: `visit ${words}`,
  files,
})
export const aChange = (note: string, baseVersion = 1) => ({
  kind: 'household.change',
  body: { note },
  lane: 'household 1',
  baseVersion,
})
/** A door that was found on the way, called so on this phone. */
export const aDoor = (localId: string) => ({
  kind: 'household.add',
  body: { room: localId },
  localId,
  lane: `household ${localId}`,
})
export const aVisitAt = (localId: string, words: string) => ({
  kind: 'visit.record',
  body: { words, householdId: localId },
  lane: `household ${localId}`,
})
export const aFile = (key: string): Operation['files'][number] => ({
  key,
  id: null,
  kind: 'photo',
  name: `${key}.jpg`,
  kept: key,
  seconds: null,
  takenAt: null,
})
