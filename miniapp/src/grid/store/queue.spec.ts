import { beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ApiError } from '@/services/api-error'
import { aChange, aDoor, aFile, aVisit, aVisitAt, type Fate, Killed, Phone, Server } from './phone.fixture'
import { isOpen } from './operation'
import type { Queue } from './queue'

const openIn = (queue: Queue) => queue.items().filter(isOpen).length
const statesOf = (queue: Queue) => queue.items().map(({ state }) => state)

describe('what was written at the door', () => {
  let server: Server
  let phone: Phone
  beforeEach(() => {
    server = new Server()
    phone = new Phone(server)
  })

  it('is stored before it is sent, and told as sent once the server has named what it has become', async () => {
    const queue = await phone.opensApp({
      send: (operations) => {
        expect(phone.drawer.entries.size).toBe(1)
        expect(statesOf(queue)).toEqual(['sending'])
        return server.receive(operations)
      },
    })
    const { id } = await queue.add(aVisit('在家'))
    await queue.flush()
    expect(queue.items()).toMatchObject([{ id, state: 'sent', record: server.done.get(id) }])
    expect(openIn(queue)).toBe(0)
  })

  it('waits without signal, longer after each failure, and goes at once when a person asks', async () => {
    server.fates = ['lost', 'lost']
    const queue = await phone.opensApp()
    await queue.add(aVisit('在家'))
    await queue.flush()
    expect(phone.wakesAt).toBe(phone.time + 5_000)
    await queue.flush()
    expect(server.fates).toHaveLength(1) // too early: nothing was tried
    phone.time += 5_000
    await queue.flush()
    expect(phone.wakesAt).toBe(phone.time + 10_000)
    expect(statesOf(queue)).toEqual(['waiting'])
    await queue.flush(true)
    expect(statesOf(queue)).toEqual(['sent'])
    expect(phone.wakesAt).toBeNull()
  })

  it('waits as long as a busy server asks for', async () => {
    server.fates = ['busy']
    const queue = await phone.opensApp()
    await queue.add(aVisit('在家'))
    await queue.flush()
    expect(phone.wakesAt).toBe(phone.time + 7_000)
  })

  it('is not held back by a clock that was put back', async () => {
    server.fates = ['lost']
    const queue = await phone.opensApp()
    await queue.add(aVisit('在家'))
    await queue.flush()
    phone.time -= 3 * 3600_000
    await queue.flush()
    expect(statesOf(queue)).toEqual(['sent'])
  })

  it('keeps the order in which it was written, whatever the clock says', async () => {
    const queue = await phone.opensApp()
    for (const words of ['一', '二', '三']) {
      await queue.add(aVisit(words))
      phone.time -= 3600_000
    }
    const reopened = await phone.opensApp()
    await reopened.flush()
    expect(server.bodies).toEqual([{ words: '一' }, { words: '二' }, { words: '三' }])
  })

  it("knows from the first answer by how much the phone's clock is behind, also after a restart", async () => {
    server.time = phone.time + 90_000
    const queue = await phone.opensApp()
    expect(await queue.add(aVisit('一'))).toMatchObject({ clockOffset: 0 })
    await queue.flush()
    const reopened = await phone.opensApp()
    expect(await reopened.add(aVisit('二'))).toMatchObject({ clockOffset: 90_000 })
  })

  it('stays, with the reason, when the server refuses it, and goes again corrected under a new id', async () => {
    server.refusals.set('{"words":"坏"}', 'words_missing')
    const queue = await phone.opensApp()
    const { id } = await queue.add(aVisit('坏'))
    await queue.add(aVisit('好'))
    await queue.flush()
    expect(queue.items()).toMatchObject([
      { id, state: 'refused', refusal: { code: 'words_missing', message: '请改一改' } },
      { state: 'sent' },
    ])
    await queue.correct(id, { body: { words: '改好' } })
    expect(queue.items()[0]?.id).not.toBe(id)
    await queue.flush()
    expect(statesOf(queue)).toEqual(['sent', 'sent'])
    expect(server.bodies).toEqual([{ words: '好' }, { words: '改好' }])
  })

  it('can be let go when it was refused, but not while the server may have it', async () => {
    server.refusals.set('{"words":"坏"}', 'words_missing')
    server.fates = ['answerLost']
    const queue = await phone.opensApp()
    const refused = await queue.add(aVisit('坏', [aFile('a')]))
    const waiting = await queue.add(aVisit('好'))
    await queue.flush()
    await queue.discard(waiting.id)
    expect(statesOf(queue)).toEqual(['waiting', 'waiting'])
    await queue.flush(true)
    await queue.discard(refused.id)
    expect(statesOf(queue)).toEqual(['sent'])
    expect(phone.dropped).toEqual(['a'])
  })

  it('is not lost when the server answers fewer than were sent, in another order', async () => {
    server.fates = ['answerCut']
    const queue = await phone.opensApp()
    for (const words of ['一', '二', '三']) await queue.add(aVisit(words))
    await queue.flush()
    expect(statesOf(queue)).toEqual(['sent', 'sent', 'waiting'])
    phone.time += 60_000
    await queue.flush()
    expect(statesOf(queue)).toEqual(['sent', 'sent', 'sent'])
    expect(server.bodies).toHaveLength(3)
  })

  it('stays while the server says done and does not name what it has become', async () => {
    const queue = await phone.opensApp({
      send: async (operations) => ({
        serverTime: new Date(phone.time).toISOString(),
        results: operations.map(({ id }) => ({ id, outcome: 'done' })),
      }),
    })
    await queue.add(aVisit('在家'))
    await queue.flush()
    expect(statesOf(queue)).toEqual(['waiting'])
  })

  it('goes in requests of at most 500, and in smaller ones when the server takes no more', async () => {
    server.limit = 200
    const queue = await phone.opensApp()
    for (let n = 0; n < 600; n++) await queue.add(aVisit(String(n)))
    await queue.flush()
    expect(openIn(queue)).toBe(0)
    expect(server.requests.map(({ length }) => length)).toEqual([500, 250, 125, 125, 250, 125, 125, 100])
  })

  it('goes past the one that the server stumbles over', async () => {
    const queue = await phone.opensApp({
      send: async (operations) => {
        if (operations.some(({ body }) => 'words' in body && body.words === '毒'))
          throw new ApiError(500, { code: 'internal_error' })
        return server.receive(operations)
      },
    })
    for (const words of ['毒', '一', '二']) await queue.add(aVisit(words))
    await queue.flush()
    await queue.flush()
    expect(statesOf(queue)).toEqual(['waiting', 'sent', 'sent'])
  })

  it('waits for the person when nobody is signed in', async () => {
    const queue = await phone.opensApp({
      send: async () => {
        throw new ApiError(401, { code: 'sign_in_needed' })
      },
    })
    await queue.add(aVisit('在家'))
    await queue.flush()
    expect(statesOf(queue)).toEqual(['waiting'])
  })

  it('says so when there is no room, and has kept nothing then', async () => {
    const queue = await phone.opensApp()
    phone.drawer.isFull = true
    await expect(queue.add(aVisit('在家'))).rejects.toThrow('no room')
    expect(queue.items()).toEqual([])
    phone.drawer.isFull = false
    await queue.add(aVisit('在家'))
    expect(statesOf(queue)).toEqual(['waiting'])
  })

  it('is sent once when there is no room left to write down the answer', async () => {
    const queue = await phone.opensApp()
    await queue.add(aVisit('在家'))
    phone.drawer.isFull = true
    await queue.flush()
    expect(statesOf(queue)).toEqual(['waiting'])
    phone.drawer.isFull = false
    await queue.flush(true)
    expect(statesOf(queue)).toEqual(['sent'])
    expect(server.bodies).toHaveLength(1)
  })

  it('disappears from the list a day after it was sent', async () => {
    const queue = await phone.opensApp()
    await queue.add(aVisit('在家'))
    await queue.flush()
    phone.time += 25 * 3600_000
    expect((await phone.opensApp()).items()).toEqual([])
  })

  describe('with photos', () => {
    it('goes after its photos, which the phone drops once the server has both', async () => {
      const queue = await phone.opensApp({
        send: (operations) => {
          expect(operations[0]?.files).toMatchObject([{ id: "server's a" }])
          expect(phone.dropped).toEqual([])
          return server.receive(operations)
        },
      })
      await queue.add(aVisit('在家', [aFile('a')]))
      await queue.flush()
      expect(phone.dropped).toEqual(['a'])
    })

    it('does not hold back others while its photo finds no way', async () => {
      const queue = await phone.opensApp({
        upload: async () => {
          throw new ApiError(0)
        },
      })
      await queue.add(aVisit('有照片', [aFile('a')]))
      await queue.add(aVisit('没有照片'))
      await queue.flush()
      expect(statesOf(queue)).toEqual(['waiting', 'sent'])
    })

    it('needs a correction when the server takes the photo at no price', async () => {
      const queue = await phone.opensApp({
        upload: async () => {
          throw new ApiError(413, { code: 'attachment_too_large', title: '照片太大' })
        },
      })
      await queue.add(aVisit('有照片', [aFile('a')]))
      await queue.flush()
      expect(queue.items()).toMatchObject([{ state: 'refused', refusal: { message: '照片太大' } }])
    })

    it('sends them once more, and only once, when the server has forgotten them', async () => {
      server.refusals.set('{"words":"在家"}', 'attachment_unknown')
      let uploads = 0
      const queue = await phone.opensApp({
        upload: async (files) => {
          if (++uploads === 2) server.refusals.clear()
          return files.map((file) => ({ ...file, id: 'there' }))
        },
      })
      await queue.add(aVisit('在家', [aFile('a')]))
      await queue.flush()
      expect(statesOf(queue)).toEqual(['sent'])
      expect(uploads).toBe(2)

      server.refusals.set('{"words":"又来"}', 'attachment_unknown')
      await queue.add(aVisit('又来', [aFile('b')]))
      await queue.flush()
      expect(statesOf(queue)).toEqual(['sent', 'refused'])
    })
  })

  describe('about one household', () => {
    it('follows upon itself: two changes without signal are no conflict', async () => {
      const queue = await phone.opensApp()
      await queue.add(aChange('独居'))
      await queue.add(aChange('独居，腿脚不便'))
      await queue.flush()
      expect(statesOf(queue)).toEqual(['sent', 'sent'])
      expect(server.versions.get('household 1')).toBe(3)
    })

    it('stops at a conflict with both versions, and waits for a person', async () => {
      server.versions.set('household 1', 4)
      const queue = await phone.opensApp()
      const first = await queue.add(aChange('独居'))
      await queue.add(aChange('独居，腿脚不便'))
      await queue.flush()
      expect(queue.items()).toMatchObject([
        { state: 'conflict', body: { note: '独居' }, current: { version: 4 } },
        { state: 'waiting' },
      ])
      expect(server.bodies).toEqual([])

      await queue.correct(first.id, { baseVersion: 4 })
      await queue.flush()
      expect(server.bodies).toEqual([{ note: '独居' }])
      expect(statesOf(queue)).toEqual(['sent', 'conflict']) // it was written upon another version, too
    })

    it("gives way when the person keeps the server's", async () => {
      server.versions.set('household 1', 4)
      const queue = await phone.opensApp()
      const { id } = await queue.add(aChange('独居'))
      await queue.flush()
      await queue.discard(id)
      expect(queue.items()).toEqual([])
      expect(server.versions.get('household 1')).toBe(4)
    })
  })

  describe('at a door that the server does not know yet', () => {
    it('goes after the door, and calls it by the name that the server has given', async () => {
      const queue = await phone.opensApp()
      const door = await queue.add(aDoor('d1'))
      await queue.add(aVisitAt('d1', '在家'))
      await queue.flush()
      const id = server.done.get(door.id)?.id
      expect(server.bodies).toEqual([{ room: 'd1' }, { words: '在家', householdId: id }])
      expect(statesOf(queue)).toEqual(['sent', 'sent'])
    })

    it('is called so, too, when it is kept after the door was sent', async () => {
      const queue = await phone.opensApp()
      const door = await queue.add(aDoor('d1'))
      await queue.flush()
      const visit = await queue.add(aVisitAt('d1', '在家'))
      const id = server.done.get(door.id)?.id ?? ''
      expect(visit).toMatchObject({ lane: `household ${id}`, body: { householdId: id } })
    })

    it('waits while somebody decides about a door that was known, and goes where that leads', async () => {
      for (const decide of ['join', 'adopt'] as const) {
        server.conflicts.set(JSON.stringify({ room: decide }), 'h9')
        const queue = await phone.opensApp()
        const door = await queue.add(aDoor(decide))
        await queue.add(aVisitAt(decide, `在家 ${decide}`))
        await queue.flush()
        expect(queue.items().slice(-2)).toMatchObject([{ state: 'conflict' }, { state: 'waiting' }])
        if (decide === 'adopt') await queue.adopt(door.id, { id: 'h9', version: 4 })
        else await queue.correct(door.id, { kind: 'household.change', body: { householdId: 'h9' } })
        await queue.flush()
        expect(statesOf(queue).slice(-2)).toEqual(['sent', 'sent'])
        const [change] = queue.items().slice(-2)
        expect(server.bodies.at(-1)).toEqual({ words: `在家 ${decide}`, householdId: change?.record?.id })
      }
    })
  })

  /**
   * Anything can happen at any step: the app is killed before or after it writes, requests and answers get lost, the
   * server breaks. What `add` has promised is on the server in the end, once; and nothing is there that nobody wrote.
   */
  it('is neither lost nor doubled, whatever happens', async () => {
    const fates = fc.array(
      fc.constantFrom<Fate>('arrives', 'lost', 'answerLost', 'busy', 'broken', 'answerCut'),
      { maxLength: 12 },
    )
    const acts = fc.array(
      fc.record({
        act: fc.constantFrom('visit', 'change', 'photo', 'door', 'flush', 'reopen'),
        killIn: fc.option(fc.nat(12), { nil: -1, freq: 3 }),
        clock: fc.integer({ min: -7200_000, max: 7200_000 }),
      }),
      { minLength: 1, maxLength: 24 },
    )
    await fc.assert(
      fc.asyncProperty(fates, acts, async (network, story) => {
        const town = new Server()
        town.fates = [...network]
        const mobile = new Phone(town)
        const promised: string[] = []
        let written = 0
        let queue = await mobile.opensApp()
        for (const { act, killIn, clock } of story) {
          mobile.drawer.killIn = killIn
          mobile.time += clock
          const words = String(++written)
          try {
            if (act === 'visit') promised.push((await queue.add(aVisit(words))).id)
            if (act === 'photo') promised.push((await queue.add(aVisit(words, [aFile(words)]))).id)
            if (act === 'change') promised.push((await queue.add(aChange(words))).id)
            if (act === 'door') {
              promised.push((await queue.add(aDoor(words))).id)
              promised.push((await queue.add(aVisitAt(words, `门口 ${words}`))).id)
            }
            if (act === 'flush') await queue.flush(true)
          } catch (thrown) {
            if (!(thrown instanceof Killed)) throw thrown
          }
          if (act === 'reopen' || mobile.drawer.isKilled) queue = await mobile.opensApp()
          mobile.drawer.killIn = -1
        }
        queue = await mobile.opensApp()
        for (let n = 0; n < 40 && openIn(queue); n++) {
          await queue.flush(true)
          const [conflict] = queue.items().filter(({ state }) => state === 'conflict')
          const { version } = (conflict?.current ?? {}) as { version?: number }
          // The same words go out under a new id: what was promised is now promised under that one.
          if (conflict) {
            await queue.correct(conflict.id, { baseVersion: version })
            const next = queue.items().find(({ replaces }) => replaces === conflict.id)
            promised.splice(promised.indexOf(conflict.id), 1, ...(next ? [next.id] : []))
          }
        }
        expect(openIn(queue)).toBe(0)
        expect(promised.filter((id) => !town.done.has(id))).toEqual([])
        const places = town.bodies.flatMap((body) => ('householdId' in body ? body.householdId : []))
        expect(places.filter((place) => !String(place).startsWith('record of '))).toEqual([])
        const said = town.bodies.map((body) => JSON.stringify(body))
        expect(new Set(said).size).toBe(said.length)
      }),
      { numRuns: 400, seed: 7 },
    )
  })
})
