import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { newId } from './ids.js'
import { testDatabase, type TestDatabase } from './test-database.fixture.js'
import type { Tx } from './unit-of-work.js'

@Entity('account')
class Account {
  @PrimaryColumn({ type: 'varchar', length: 26 }) id: string
  @Column({ type: 'integer' }) amount: number
}

/** A promise that somebody else keeps. */
function signal() {
  let give: () => void = () => undefined
  const given = new Promise<void>((resolve) => (give = resolve))
  return { give, given }
}

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase([Account])
})
afterAll(() => database.drop())
beforeEach(() => database.dataSource.manager.clear(Account))

const isSqlite = !process.env.TEST_DATABASE_URL
const run = <Result>(work: (tx: Tx) => Promise<Result>) => database.unitOfWork.run(work)
const anAccount = (amount = 0) => ({ id: newId(new Date()), amount })
const isStored = async ({ id }: Account) => (await database.unitOfWork.reader.countBy(Account, { id })) === 1

describe('a unit of work', () => {
  it('commits everything and hands on what the work returns', async () => {
    const account = anAccount()
    expect(await run(async (tx) => (await tx.insert(Account, account), 'done'))).toBe('done')
    expect(await isStored(account)).toBe(true)
  })

  it('leaves nothing behind when the work fails, and throws its error', async () => {
    const account = anAccount()
    const failing = run(async (tx) => {
      await tx.insert(Account, account)
      throw new Error('out of ink')
    })
    await expect(failing).rejects.toThrow('out of ink')
    expect(await isStored(account)).toBe(false)
  })

  it('keeps overlapping transactions apart: the one that fails takes nothing of the other along', async () => {
    const [kept, dropped] = [anAccount(), anAccount()]
    const inserted = signal()
    const outcomes = await Promise.allSettled([
      run(async (tx) => {
        await tx.insert(Account, dropped)
        inserted.give()
        throw new Error('boom')
      }),
      run(async (tx) => {
        await inserted.given
        await tx.insert(Account, kept)
      }),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect(await isStored(kept)).toBe(true)
    expect(await isStored(dropped)).toBe(false)
  })

  it('goes on after a failure', async () => {
    await expect(run(() => Promise.reject(new Error('boom')))).rejects.toThrow('boom')
    const account = anAccount()
    await run((tx) => tx.insert(Account, account))
    expect(await isStored(account)).toBe(true)
  })

  it('goes on after work that throws before its first step', async () => {
    await expect(
      run(() => {
        throw new Error('at once')
      }),
    ).rejects.toThrow('at once')
    expect(await run(async () => 'next')).toBe('next')
  })

  it('hides its rows from the reader until it commits', async () => {
    const account = anAccount()
    const [inserted, looked] = [signal(), signal()]
    const writing = run(async (tx) => {
      await tx.insert(Account, account)
      inserted.give()
      await looked.given
    })
    await inserted.given
    expect(await isStored(account)).toBe(false)
    looked.give()
    await writing
    expect(await isStored(account)).toBe(true)
  })

  it('loses no addition of fifty at once', async () => {
    const account = anAccount()
    await run((tx) => tx.insert(Account, account))
    const addOne = () => run((tx) => tx.update(Account, { id: account.id }, { amount: () => 'amount + 1' }))
    await Promise.all(Array.from({ length: 50 }, addOne))
    expect(await database.unitOfWork.reader.findOneBy(Account, { id: account.id })).toMatchObject({
      amount: 50,
    })
  })
})

const onMariaDb = isSqlite ? describe.skip : describe

onMariaDb('a deadlock', () => {
  /** Two works take the same two rows in opposite order; each holds its first before it asks for the second. */
  async function aDeadlock(attempts: { left: number; right: number }) {
    const [one, other] = [anAccount(), anAccount()]
    await run((tx) => tx.insert(Account, [one, other]))
    const hold = { left: signal(), right: signal() }
    const work = (me: 'left' | 'right', you: 'left' | 'right', first: Account, second: Account) =>
      run(async (tx) => {
        attempts[me] += 1
        await tx.increment(Account, { id: first.id }, 'amount', 1)
        hold[me].give()
        await hold[you].given
        await tx.increment(Account, { id: second.id }, 'amount', 1)
      })
    await Promise.all([work('left', 'right', one, other), work('right', 'left', other, one)])
    return [one.id, other.id]
  }

  it('runs the whole work of the loser again, in a new transaction', async () => {
    const attempts = { left: 0, right: 0 }
    const ids = await aDeadlock(attempts)
    expect(attempts.left + attempts.right).toBe(3)
    for (const id of ids)
      expect(await database.unitOfWork.reader.findOneBy(Account, { id })).toMatchObject({ amount: 2 })
  })
})

describe('a pool of one connection', () => {
  let small: TestDatabase
  beforeAll(async () => {
    small = await testDatabase([Account], [], 1)
  })
  afterAll(() => small.drop())

  it('serves twenty units of work and their readers without hanging', async () => {
    const accounts = Array.from({ length: 20 }, () => anAccount())
    await Promise.all(
      accounts.map(async (account) => {
        await small.unitOfWork.run(async (tx) => {
          await tx.insert(Account, account)
          await tx.findOneByOrFail(Account, { id: account.id })
          await small.unitOfWork.reader.countBy(Account, { id: account.id })
        })
        await small.unitOfWork.reader.findOneByOrFail(Account, { id: account.id })
      }),
    )
    expect(await small.unitOfWork.reader.count(Account)).toBe(20)
  })
})
