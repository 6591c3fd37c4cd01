import { beforeEach, describe, expect, it } from '@jest/globals'
import { ApiError } from '@/services/api-error'
import type { NeedView } from '@/services/api'
import { backOff, createOutgoing, type NewOutgoing, type Outgoing, type OutgoingPorts } from './outgoing'

/** What the server has, by key: it files each key once and answers a repeated one with its first answer. */
class Server {
  readonly filed = new Map<string, NeedView>()
  readonly received: string[] = []
  /** Thrown before the server sees the request. */
  onWay: ApiError[] = []
  /** Thrown after the server has filed it: the answer is lost. */
  onWayBack: ApiError[] = []
  refusals = new Map<string, ApiError>()

  file(item: Outgoing): NeedView {
    const lost = this.onWay.shift()
    if (lost) throw lost
    this.received.push(item.key)
    const refusal = this.refusals.get(item.key)
    if (refusal) throw refusal
    const need = this.filed.get(item.key) ?? ({ id: `need of ${item.key}`, title: item.text } as NeedView)
    this.filed.set(item.key, need)
    const lostAnswer = this.onWayBack.shift()
    if (lostAnswer) throw lostAnswer
    return need
  }
}

/** The phone: its storage outlives the app. */
class Phone {
  stored = '[]'
  time = 1_000_000
  wakesAt: number | null = null
  readonly saves: string[] = []

  constructor(readonly server: Server) {}

  opensApp(over: Partial<OutgoingPorts> = {}) {
    return createOutgoing({
      load: () => JSON.parse(this.stored) as Outgoing[],
      save: (items) => {
        this.stored = JSON.stringify(items)
        this.saves.push(this.stored)
      },
      send: async (item) => this.server.file(item),
      now: () => this.time,
      wakeAt: (time) => (this.wakesAt = time),
      changed: () => {},
      ...over,
    })
  }
}

const aNeed = (key: string, text = '路灯坏了'): NewOutgoing => ({
  key,
  text,
  capturedAt: '2026-11-21T04:00:00.000Z',
  place: null,
  anonymous: false,
  contactPhone: null,
  attachments: [],
})
const offline = () => new ApiError(0)
const tooMany = (retryAfter: number) => new ApiError(429, { code: 'too_many_requests', retryAfter })
const outsideDistrict = () => new ApiError(422, { code: 'place_outside_district', title: '不在本区' })
const never = new Promise<never>(() => {})

describe('the queue of outgoing needs', () => {
  let server: Server
  let phone: Phone
  beforeEach(() => {
    server = new Server()
    phone = new Phone(server)
  })

  it('files a need at once and forgets it', async () => {
    const queue = phone.opensApp()
    const outcome = await queue.add(aNeed('a'))
    expect(outcome).toEqual({ kind: 'delivered', need: server.filed.get('a') })
    expect(queue.items()).toEqual([])
    expect(phone.stored).toBe('[]')
  })

  it('has stored the need before it is sent', async () => {
    let storedWhenSent = ''
    const queue = phone.opensApp({
      send: async (item) => {
        storedWhenSent = phone.stored
        return server.file(item)
      },
    })
    await queue.add(aNeed('a'))
    expect(JSON.parse(storedWhenSent)).toMatchObject([{ key: 'a', state: 'sending' }])
  })

  it('keeps a need without signal, and sends it once when there is signal again', async () => {
    server.onWay = [offline()]
    const queue = phone.opensApp()
    expect(await queue.add(aNeed('a'))).toEqual({ kind: 'waiting', waitsFor: 'signal' })
    expect(queue.items()).toMatchObject([{ key: 'a', state: 'waiting', attempts: 1 }])

    await queue.flush(true)
    await queue.flush(true)
    expect(server.received).toEqual(['a'])
    expect(queue.items()).toEqual([])
  })

  it('waits longer after each failure, and asks to be woken then', async () => {
    server.onWay = [offline(), offline(), offline()]
    const queue = phone.opensApp()
    await queue.add(aNeed('a'))
    expect(phone.wakesAt).toBe(phone.time + 5_000)

    await queue.flush()
    expect(server.onWay).toHaveLength(2) // too early: nothing was tried

    phone.time += 5_000
    await queue.flush()
    expect(phone.wakesAt).toBe(phone.time + 10_000)
    expect([1, 2, 3, 4, 99].map(backOff)).toEqual([5_000, 10_000, 20_000, 40_000, 300_000])
  })

  it('files exactly once when the app is killed between sending and the answer', async () => {
    const killed = phone.opensApp({
      send: async (item) => {
        server.file(item)
        return never
      },
    })
    void killed.add(aNeed('a'))
    await Promise.resolve()
    await Promise.resolve()
    expect(JSON.parse(phone.stored)).toMatchObject([{ key: 'a', state: 'sending' }])

    const reopened = phone.opensApp()
    expect(reopened.items()).toMatchObject([{ key: 'a', state: 'waiting' }])
    await reopened.flush(true)
    expect(server.received).toEqual(['a', 'a'])
    expect(server.filed.size).toBe(1)
    expect(reopened.items()).toEqual([])
  })

  it('files exactly once when the answer is lost on the way back', async () => {
    server.onWayBack = [offline()]
    const queue = phone.opensApp()
    expect(await queue.add(aNeed('a'))).toMatchObject({ kind: 'waiting' })
    await queue.flush(true)
    expect(server.filed.size).toBe(1)
    expect(queue.items()).toEqual([])
  })

  it('sends in the order in which they were written', async () => {
    server.onWay = [offline(), offline(), offline()]
    const queue = phone.opensApp()
    await Promise.all([queue.add(aNeed('a')), queue.add(aNeed('b')), queue.add(aNeed('c'))])
    server.onWay = []
    await queue.flush(true)
    expect(server.received).toEqual(['a', 'b', 'c'])
  })

  it('does not send one need twice when asked from two sides', async () => {
    const queue = phone.opensApp()
    await Promise.all([queue.add(aNeed('a')), queue.flush(true), queue.flush(true)])
    expect(server.received).toEqual(['a'])
  })

  it('keeps what the server refuses, with its words, and goes on with the next', async () => {
    server.refusals.set('a', outsideDistrict())
    server.onWay = [offline()]
    const queue = phone.opensApp()
    await queue.add(aNeed('a'))
    await queue.add(aNeed('b'))
    await queue.flush(true)
    expect(server.filed.has('b')).toBe(true)
    expect(queue.items()).toMatchObject([
      { key: 'a', state: 'refused', refusal: { code: 'place_outside_district', title: '不在本区' } },
    ])
    await queue.flush(true)
    expect(server.received.filter((key) => key === 'a')).toHaveLength(1)
  })

  it('says at once what is wrong to the person who waits', async () => {
    server.refusals.set(
      'a',
      new ApiError(400, { code: 'validation_failed', errors: [{ field: 'text', message: '请写具体一些' }] }),
    )
    const queue = phone.opensApp()
    const outcome = await queue.add(aNeed('a'))
    expect(outcome).toMatchObject({ kind: 'refused', error: { code: 'validation_failed' } })
    expect(queue.take('a')).toMatchObject({
      text: '路灯坏了',
      refusal: { title: '请写具体一些', field: 'text' },
    })
    expect(phone.stored).toBe('[]')
  })

  it('waits as long as the server says when there were too many, signal or not', async () => {
    server.onWay = [tooMany(120)]
    const queue = phone.opensApp()
    expect(await queue.add(aNeed('a'))).toEqual({ kind: 'waiting', waitsFor: 'calm' })
    await queue.flush(true)
    expect(server.received).toEqual([])
    expect(phone.wakesAt).toBe(phone.time + 120_000)

    phone.time += 120_000
    await queue.flush()
    expect(server.received).toEqual(['a'])
  })

  it('waits for the sign-in without trying by itself', async () => {
    server.onWay = [new ApiError(401, { code: 'sign_in_needed' })]
    const queue = phone.opensApp()
    expect(await queue.add(aNeed('a'))).toEqual({ kind: 'waiting', waitsFor: 'signIn' })
    expect(phone.wakesAt).toBeNull()
    await queue.flush(true)
    expect(server.received).toEqual(['a'])
  })

  it('remembers which files the server has already', async () => {
    const photo = {
      key: 'p',
      id: null,
      kind: 'photo',
      name: 'a.jpg',
      kept: 'k',
      seconds: null,
      takenAt: null,
    } as const
    const queue = phone.opensApp({
      send: async (_item, keep) => {
        keep([{ ...photo, id: 'uploaded' }])
        throw offline()
      },
    })
    await queue.add({ ...aNeed('a'), attachments: [photo] })
    expect(phone.opensApp().items()).toMatchObject([{ attachments: [{ key: 'p', id: 'uploaded' }] }])
  })

  it('gives back a waiting need to be changed, but never one that is on its way', async () => {
    server.onWay = [offline()]
    const queue = phone.opensApp()
    await queue.add(aNeed('a'))
    expect(queue.take('a')).toMatchObject({ text: '路灯坏了' })
    expect(queue.items()).toEqual([])

    const busy = phone.opensApp({ send: () => never })
    void busy.add(aNeed('b'))
    await Promise.resolve()
    expect(busy.take('b')).toBeNull()
  })

  it('tries again after an error that nobody foresaw', async () => {
    let calls = 0
    const queue = phone.opensApp({
      send: async (item) => {
        if (calls++ === 0) throw new TypeError('undefined is not a function')
        return server.file(item)
      },
    })
    expect(await queue.add(aNeed('a'))).toEqual({ kind: 'waiting', waitsFor: 'signal' })
    await queue.flush(true)
    expect(server.filed.has('a')).toBe(true)
  })
})
