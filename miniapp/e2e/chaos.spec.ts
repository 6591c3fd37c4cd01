import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { NewOperation } from '../src/grid/store/operation'
import { Drawer, Killed } from '../src/grid/store/phone.fixture'
import { type Answer, openQueue, type Queue, type QueuePorts } from '../src/grid/store/queue'
import { ApiError, refusal } from '../src/services/api-error'
import { startServer, type RunningServer } from './server'
import { type Chance, chance, fates, startHostileProxy } from './hostile-proxy'

/** So many operations are typed in each run. */
const OPERATIONS = 1_000
/** The same each time; a run that fails can be looked at again. */
const seeds = [20261116, 7, 4_294_967]
/** Few doors, so that the phones meet at them. */
const DOORS = 6
/** Doors that the phones find on the way: few, so that two find the same. */
const FOUND = 5
/** So many people each phone enters at its own door. */
const NEWCOMERS = 6
const FOUND_BUILDING = '新找到的楼'

const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAACXBIWXMAAAPoAAAD6AG1e5JrAAAAFElEQVQYlWM4ISeHBzGMSsthCRYAxWFlkQAj5+wAAAAASUVORK5CYII=',
  'base64',
)

interface Household {
  id: string
  gridId: string
  version: number
  building: string
  room: string
  note: string | null
  residents: { localId?: string; name: string }[]
}

let server: RunningServer
beforeAll(async () => {
  server = await startServer({ RATE_LIMITS: 'false' })
}, 180_000)
afterAll(() => server.stop())

/** Straight to the server, for what is looked up before and after. */
async function ask<T>(path: string, token?: string, body?: object): Promise<T> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}

async function tokenOf(account: string): Promise<string> {
  const body = { account, password: 'minsheng-demo' }
  return (await ask<{ accessToken: string }>('/sessions/staff', undefined, body)).accessToken
}

/** All households of a worker, as a phone downloads them. */
async function householdsOf(token: string, cursor = ''): Promise<Household[]> {
  const page = await ask<{ households: Household[]; cursor: string; more: boolean }>(
    `/sync/changes?cursor=${cursor}`,
    token,
  )
  return page.more ? [...page.households, ...(await householdsOf(token, page.cursor))] : page.households
}

/** All items of a list. */
async function allOf<Item>(path: string, token: string): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: Item[]; nextCursor: string | null } = await ask(`${path}?cursor=${cursor}`, token)
    items.push(...page.items)
    cursor = page.nextCursor
  }
  return items
}

/** A version 4 UUID of a run's own chance. */
function uuidOf(luck: Chance): string {
  const hex = (length: number) => Array.from({ length }, () => luck.below(16).toString(16)).join('')
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
}

/** What was typed on a phone and is safe there: what the server has to have in the end. */
interface Typed {
  visits: { householdId: string; said: string; photos: number }[]
  notes: { householdId: string; note: string }[]
  needs: string[]
  /** People of a door of one's own whom nobody had entered, and what was filed for them, by the phone's name for them. */
  newcomers: { localId: string; name: string }[]
  newcomersNeeds: { localId: string; text: string }[]
  /** At doors that were found on the way, by their room. */
  found: { room: string; said: string | null }[]
}
const nothingTyped = (): Typed => ({
  visits: [],
  notes: [],
  needs: [],
  newcomers: [],
  newcomersNeeds: [],
  found: [],
})

/** A grid worker's phone on a bad line, whose app is killed and whose clock is put wrong. */
class Phone {
  readonly typed = nothingTyped()
  /** The last door that was found, by its name on the phone. */
  private lastFound: { localId: string; room: string } | undefined
  private readonly drawer = new Drawer()
  private queue: Queue | undefined
  private time = Date.now()
  private number = 0

  constructor(
    private readonly name: string,
    private readonly token: string,
    private readonly url: string,
    private readonly gridId: string,
    private readonly doors: readonly Household[],
    /** At which nobody else enters people. */
    readonly ownDoor: Household,
    private readonly luck: Chance,
  ) {}

  get typedCount(): number {
    return Object.values(this.typed).reduce((sum: number, each: unknown[]) => sum + each.length, 0)
  }
  get open(): number {
    return this.queue?.items().filter((item) => item.state !== 'sent').length ?? 0
  }

  async opensApp(): Promise<Queue> {
    this.drawer.revive()
    this.queue = await openQueue(this.ports())
    return this.queue
  }

  /** Types a few things, somewhere on the way has its app killed, its clock put wrong, or signal. */
  async livesOn(): Promise<void> {
    const queue = this.queue ?? (await this.opensApp())
    if (this.luck.happens(0.2)) this.drawer.killIn = this.luck.below(60)
    if (this.luck.happens(0.1)) this.time += (this.luck.below(2001) - 1000) * 60_000
    try {
      for (let left = 1 + this.luck.below(8); left > 0; left -= 1) await this.types(queue)
      if (this.luck.happens(0.7)) await this.sends(queue)
    } catch (thrown) {
      if (!(thrown instanceof Killed)) throw thrown
    }
    if (this.drawer.isKilled) await this.opensApp()
  }

  /** Has signal, and a person who decides where two have changed one household: what was typed here stays. */
  async sends(queue = this.queue): Promise<void> {
    if (!queue) return
    await queue.flush(true)
    for (const item of queue.items().filter(({ state }) => state === 'conflict')) {
      const { id, version } = item.current as Household
      if (item.kind === 'household.add') await queue.adopt(item.id, { id, version })
      else await queue.correct(item.id, { baseVersion: version })
    }
    const refused = queue.items().find(({ state }) => state === 'refused')
    if (refused) throw new Error(`refused: ${JSON.stringify(refused)}`)
  }

  private async types(queue: Queue): Promise<void> {
    const { operation, note } = this.nextOperation()
    try {
      await queue.add(operation)
      note()
    } catch (thrown) {
      if (!(thrown instanceof Killed)) throw thrown
      // Whether it was safe already, only the phone knows.
      const reopened = await this.opensApp()
      if (reopened.items().some(({ id }) => id === operation.id)) note()
      throw thrown
    }
  }

  private nextOperation(): { operation: NewOperation; note: () => void } {
    const { luck, typed } = this
    this.number += 1
    const [id, door, words] = [uuidOf(luck), luck.of(this.doors), `${this.name}${this.number}`]
    const householdId = door.id
    if (luck.happens(0.03)) return this.nextDoor(id)
    const found = this.lastFound
    // As on the screen: a day after it was sent, the door is known by the server's name alone.
    const isKnown = this.queue?.items().some(({ localId }) => localId === found?.localId)
    if (found && isKnown && luck.happens(0.1)) {
      const { localId, room } = found
      const body = { householdId: localId, meeting: 'met', said: words }
      const operation = { id, kind: 'visit.record', lane: `household ${localId}`, body }
      return { operation, note: () => void typed.found.push({ room, said: words }) }
    }
    if (luck.happens(0.1)) return this.forNewcomer(id, words)
    if (luck.happens(0.1)) {
      const text = `路灯坏了编号${words}`
      const operation = { id, kind: 'need.file', lane: id, body: { householdId, phone: '19900000088', text } }
      return { operation, note: () => void typed.needs.push(text) }
    }
    if (luck.happens(0.2)) {
      const [lane, baseVersion] = [`household ${householdId}`, door.version]
      const operation = {
        id,
        kind: 'household.change',
        lane,
        baseVersion,
        body: { householdId, note: words },
      }
      return { operation, note: () => void typed.notes.push({ householdId, note: words }) }
    }
    const photos = luck.happens(0.1) ? 1 : 0
    const files = Array.from({ length: photos }, () => ({
      ...{ key: uuidOf(luck), id: null, kind: 'photo' as const, name: 'door.png', kept: 'door.png' },
      ...{ seconds: null, takenAt: null },
    }))
    const body = { householdId, meeting: luck.of(['met', 'nobodyHome']), said: words }
    const operation = { id, kind: 'visit.record', lane: id, body, files }
    return { operation, note: () => void typed.visits.push({ householdId, said: words, photos }) }
  }

  /** Somebody who is entered without signal, or a need of theirs: they have no phone, and no name of the server's. */
  private forNewcomer(id: string, words: string): { operation: NewOperation; note: () => void } {
    const { luck, typed } = this
    const { id: householdId, version } = this.ownDoor
    const lane = `household ${householdId}`
    if (typed.newcomers.length > 0 && (typed.newcomers.length >= NEWCOMERS || luck.happens(0.7))) {
      const [{ localId }, text] = [luck.of(typed.newcomers), `水管漏了编号${words}`]
      const body = { householdId, residentId: localId, text }
      const note = () => void typed.newcomersNeeds.push({ localId, text })
      return { operation: { id, kind: 'need.file', lane, body }, note }
    }
    const newcomer = { localId: uuidOf(luck), name: words }
    const body = { householdId, residents: [...typed.newcomers, newcomer] }
    const operation = { id, kind: 'household.change', lane, baseVersion: version, body }
    return { operation, note: () => void typed.newcomers.push(newcomer) }
  }

  /** A door that nobody has entered, as far as this phone knows. */
  private nextDoor(id: string): { operation: NewOperation; note: () => void } {
    const [localId, room] = [uuidOf(this.luck), `${this.name.slice(0, -1)}${this.luck.below(FOUND)}`]
    const body = { gridId: this.gridId, building: FOUND_BUILDING, room }
    const operation = { id, kind: 'household.add', localId, lane: `household ${localId}`, body }
    const note = () => {
      this.lastFound = { localId, room }
      this.typed.found.push({ room, said: null })
    }
    return { operation, note }
  }

  private ports(): QueuePorts {
    return {
      shelf: this.drawer,
      send: (operations) =>
        this.asks<Answer>('/sync', {
          operations: operations.map(({ id, kind, body, recordedAt, clockOffset, baseVersion, files }) => ({
            ...{ id, kind, recordedAt, clockOffset },
            ...(baseVersion !== undefined && { baseVersion }),
            body: { ...body, ...(files.length > 0 && { attachmentIds: files.map((file) => file.id) }) },
          })),
        }),
      upload: (files) =>
        Promise.all(
          files.map(async (file) => {
            const form = new FormData()
            form.set('file', new Blob([photo]), file.name)
            return { ...file, id: (await this.asks<{ id: string }>('/attachments', form, file.key)).id }
          }),
        ),
      dropFile: async () => {},
      newId: () => uuidOf(this.luck),
      now: () => this.time,
      wakeAt: (time) => {
        // Instead of waiting until then.
        if (time !== null && !this.drawer.isKilled) this.time = Math.max(this.time, time)
      },
      changed: () => {},
    }
  }

  /** As the app asks: no answer, or half of one, is no signal. */
  private async asks<T>(path: string, body: object, key?: string): Promise<T> {
    if (this.drawer.isKilled) throw new Killed()
    const isForm = body instanceof FormData
    const answered = await fetch(`${this.url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(!isForm && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
      },
      body: isForm ? body : JSON.stringify(body),
    })
      .then(async (answer) => ({ status: answer.status, said: (await answer.json()) as unknown }))
      .catch(() => null)
    if (!answered) throw new ApiError(0)
    if (answered.status >= 400) throw refusal(answered.status, answered.said)
    return answered.said as T
  }
}

const sorted = (all: readonly string[]): string[] => [...all].sort()

describe.each(seeds)('phones on a bad line, seed %i', (seed) => {
  it('bring what was typed to the server, all of it and each once', async () => {
    const luck = chance(seed)
    const proxy = await startHostileProxy(server.url, luck)
    const [token, otherToken] = [await tokenOf('wangge'), await tokenOf('wangge2')]
    const [doors, otherDoors] = [
      (await householdsOf(token)).slice(0, DOORS),
      (await householdsOf(otherToken)).slice(0, DOORS),
    ]
    const run = `s${seed % 1000}`
    const [own, beside, otherOwn] = [
      ...(await householdsOf(token)).slice(DOORS, DOORS + 2),
      ...(await householdsOf(otherToken)).slice(DOORS, DOORS + 1),
    ]
    if (!own || !beside || !otherOwn) throw new Error('the demonstration has too few households')
    const [gridId, otherGridId] = [doors[0]?.gridId ?? '', otherDoors[0]?.gridId ?? '']
    const phones = [
      new Phone(`${run}a`, token, proxy.url, gridId, doors, own, luck),
      new Phone(`${run}b`, token, proxy.url, gridId, doors, beside, luck),
      new Phone(`${run}c`, otherToken, proxy.url, otherGridId, otherDoors, otherOwn, luck),
    ]
    const typedCount = () => phones.reduce((sum, phone) => sum + phone.typedCount, 0)
    while (typedCount() < OPERATIONS) await Promise.all(phones.map((phone) => phone.livesOn()))
    await proxy.calm()
    for (const phone of phones) {
      await phone.opensApp()
      for (let tries = 0; phone.open > 0 && tries < 100; tries += 1) await phone.sends()
      expect(phone.open).toBe(0)
    }
    await proxy.calm()
    await proxy.stop()

    const typed = phones.map((phone) => phone.typed)
    const visits = typed.flatMap((each) => each.visits)
    const notes = typed.flatMap((each) => each.notes)
    const places = [
      ...doors.map((door) => ({ door, token })),
      ...otherDoors.map((door) => ({ door, token: otherToken })),
    ]
    const after = new Map(
      [...(await householdsOf(token)), ...(await householdsOf(otherToken))].map((each) => [each.id, each]),
    )
    for (const { door, token: own } of places) {
      const there = await allOf<{ said: string | null; attachments: unknown[] }>(
        `/households/${door.id}/visits`,
        own,
      )
      const ofRun = there.flatMap(({ said, attachments }) =>
        said?.startsWith(run) ? [`${said} ${attachments.length}`] : [],
      )
      const expected = visits.filter(({ householdId }) => householdId === door.id)
      expect(sorted(ofRun)).toEqual(sorted(expected.map(({ said, photos }) => `${said} ${photos}`)))
      const changes = notes.filter(({ householdId }) => householdId === door.id).map(({ note }) => note)
      const household = after.get(door.id)
      expect(household?.version).toBe(door.version + changes.length)
      if (changes.length > 0) expect(changes).toContain(household?.note)
    }
    for (const { typed: own, ownDoor } of phones) {
      const there = after.get(ownDoor.id)
      const reader = ownDoor.gridId === gridId ? token : otherToken
      const named = (all: Household['residents']) =>
        sorted(all.map(({ localId, name }) => `${localId} ${name}`))
      expect(named(there?.residents ?? [])).toEqual(named(own.newcomers))
      const filed = await allOf<{ title: string; residentName: string | null; claimCode: string | null }>(
        `/households/${ownDoor.id}/needs`,
        reader,
      )
      const nameOf = new Map(own.newcomers.map(({ localId, name }) => [localId, name]))
      const ofRun = filed.filter(({ title }) => title.includes(`编号${run}`))
      expect(sorted(ofRun.map(({ title, residentName }) => `${title} ${residentName}`))).toEqual(
        sorted(own.newcomersNeeds.map(({ localId, text }) => `${text} ${nameOf.get(localId)}`)),
      )
      expect(ofRun.filter(({ claimCode }) => claimCode === null)).toEqual([])
      expect(ofRun.length).toBeGreaterThan(0)
    }
    const found = typed.flatMap((each) => each.found)
    const doorsFound = [...after.values()].filter(
      ({ building, room }) => building === FOUND_BUILDING && room.startsWith(run),
    )
    // One of each grid, though two phones have entered some of them, and one the same twice.
    const entered = (phones: readonly Typed[]) =>
      new Set(phones.flatMap((each) => each.found.map(({ room }) => room)))
    const [ofGrid, ofOther] = [entered(typed.slice(0, 2)), entered(typed.slice(2))]
    expect(sorted(doorsFound.map(({ room }) => room))).toEqual(sorted([...ofGrid, ...ofOther]))
    const saidThere: string[] = []
    for (const { id, gridId: grid } of doorsFound) {
      const own = grid === gridId ? token : otherToken
      const there = await allOf<{ said: string | null }>(`/households/${id}/visits`, own)
      saidThere.push(...there.flatMap(({ said }) => said ?? []))
    }
    expect(sorted(saidThere)).toEqual(sorted(found.flatMap(({ said }) => said ?? [])))
    expect(found.some(({ said }) => said !== null)).toBe(true)
    const needs = [
      ...(await allOf<{ title: string }>('/needs/mine', token)),
      ...(await allOf<{ title: string }>('/needs/mine', otherToken)),
    ]
    const titles = needs.map(({ title }) => title).filter((title) => title.includes(`编号${run}`))
    const filed = typed.flatMap((each) => [...each.needs, ...each.newcomersNeeds.map(({ text }) => text)])
    expect(sorted(titles)).toEqual(sorted(filed))
    // The line was as bad as it was meant to be.
    for (const fate of fates) expect([fate, (proxy.counts.get(fate) ?? 0) > 0]).toEqual([fate, true])
    expect(visits.some(({ photos }) => photos > 0)).toBe(true)
  }, 600_000)
})
