import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { DAY } from '@minsheng/shared'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { id, newId, word } from '../database/index.js'
import { testDatabase, type TestDatabase } from '../database/test-database.fixture.js'
import { Housekeeping } from '../housekeeping.js'
import { SettablePresent } from '../present.js'
import { Idempotency } from './idempotency.js'
import { IdempotencyKey } from './idempotency-key.entity.js'

@Entity('letter')
class Letter {
  @PrimaryColumn(id()) id: string
  @Column(word(40)) text: string
}

const now = new Date('2026-11-21T02:03:04.567Z')
const present = new SettablePresent(now)
const housekeeping = new Housekeeping(present)
let database: TestDatabase
let idempotency: Idempotency
beforeAll(async () => {
  database = await testDatabase([Letter, IdempotencyKey])
  idempotency = new Idempotency(database.unitOfWork, present, housekeeping)
}, 300_000)
afterAll(() => database.drop())
beforeEach(async () => {
  await database.dataSource.manager.clear(Letter)
  await database.dataSource.manager.clear(IdempotencyKey)
})

const [li, wang] = [newId(now), newId(now)]
const letters = () => database.unitOfWork.reader.count(Letter)

interface Given {
  personId?: string
  key?: string | undefined
  text?: string
}
/** Writes a letter; its answer is the id of the letter, another one each time it is really written. */
const write = ({ personId = li, text = '路灯不亮', ...rest }: Given) =>
  idempotency.once({ personId, key: rest.key, request: { route: 'letters', text } }, async (tx) => {
    const letter = { id: newId(now), text }
    await tx.insert(Letter, letter)
    return { id: letter.id, words: '已收到 ✓', detail: null }
  })

describe('a repeated write', () => {
  it('gets the first answer again, and is done once', async () => {
    const key = randomUUID()
    const first = await write({ key })
    expect(await write({ key })).toEqual(first)
    expect(await letters()).toBe(1)
  })

  it('is done once though it comes ten times at the same moment', async () => {
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 10 }, () => write({ key })))
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
    expect(await letters()).toBe(1)
  })

  it('with another body is refused, and changes nothing', async () => {
    const key = randomUUID()
    await write({ key })
    await expect(write({ key, text: '水压太低' })).rejects.toMatchObject({
      status: 409,
      code: 'idempotency_key_reused',
    })
    expect(await letters()).toBe(1)
  })

  it('of another person under the same key is another write', async () => {
    const key = randomUUID()
    const [first, second] = [await write({ key, personId: li }), await write({ key, personId: wang })]
    expect(first.id).not.toBe(second.id)
    expect(await letters()).toBe(2)
  })

  it('after a failure is done, for nothing was remembered', async () => {
    const key = randomUUID()
    const failing = idempotency.once({ personId: li, key, request: {} }, async (tx) => {
      await tx.insert(Letter, { id: newId(now), text: '写到一半' })
      throw new Error('power cut')
    })
    await expect(failing).rejects.toThrow('power cut')
    expect(await letters()).toBe(0)
    await write({ key })
    expect(await letters()).toBe(1)
  })

  it('whose state the first one changed already still gets the first answer', async () => {
    const key = randomUUID()
    const onlyOnce = () =>
      idempotency.once({ personId: li, key, request: {} }, async (tx) => {
        if ((await tx.count(Letter)) > 0) throw new Error('transition_not_allowed')
        await tx.insert(Letter, { id: newId(now), text: '签收' })
        return 'accepted'
      })
    expect([await onlyOnce(), await onlyOnce()]).toEqual(['accepted', 'accepted'])
  })
})

describe('many writes that may be repetitions', () => {
  it('are answered at once where they are, whatever the letters of their keys', async () => {
    const [key, other, never] = [randomUUID(), randomUUID(), randomUUID()]
    const first = await write({ key })
    await write({ key: other })
    await write({ key: never, personId: wang })
    const request = { route: 'letters', text: '路灯不亮' }
    const found = await idempotency.answered(li, [
      { key: key.toUpperCase(), request },
      { key: other, request: { ...request, text: '水压太低' } },
      { key: never, request },
    ])
    expect([...found]).toEqual([[key, first]])
    expect(await idempotency.answered(li, [])).toEqual(new Map())
  })
})

describe('a write without a key', () => {
  it('is done each time', async () => {
    await write({})
    await write({})
    expect(await letters()).toBe(2)
    expect(await database.unitOfWork.reader.count(IdempotencyKey)).toBe(0)
  })
})

describe('a key', () => {
  it.each(['', 'again', randomUUID().slice(1), `${randomUUID()}0`])(
    'that is no UUID is refused: %p',
    async (key) => {
      await expect(write({ key })).rejects.toMatchObject({ status: 400, code: 'idempotency_key_invalid' })
      expect(await letters()).toBe(0)
    },
  )

  it('means the same in capitals', async () => {
    const key = randomUUID()
    const first = await write({ key })
    expect(await write({ key: key.toUpperCase() })).toEqual(first)
  })

  it('is forgotten after thirty days, and no earlier', async () => {
    const key = randomUUID()
    await write({ key })
    present.advance(30 * DAY)
    await housekeeping.sweep()
    await write({ key })
    expect(await letters()).toBe(1)
    present.advance(1)
    await housekeeping.sweep()
    await write({ key })
    expect(await letters()).toBe(2)
  })
})
