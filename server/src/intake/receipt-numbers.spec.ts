import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { checkReceiptNo } from '@minsheng/shared'
import { testDatabase, type TestDatabase } from '../platform/database/test-database.fixture.js'
import { ReceiptBlock } from './receipt-block.entity.js'
import { ReceiptNumbers } from './receipt-numbers.js'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase([ReceiptBlock])
})
afterAll(() => database.drop())

const server = () => new ReceiptNumbers(database.unitOfWork)
const noon = (day: number) => new Date(Date.UTC(2026, 10, day, 4))
const sequence = (receiptNo: string) => Number(receiptNo.split('-')[1])

describe('receipt numbers', () => {
  it('of one server follow one another from 1, through many blocks', async () => {
    const numbers = server()
    const given: string[] = []
    for (let i = 0; i < 100; i += 1) given.push(await numbers.next(noon(1)))
    expect(given.map(sequence)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
    for (const receiptNo of given) expect(checkReceiptNo(receiptNo)).toEqual({ ok: true, receiptNo })
  })

  it('asked for at once follow one another too', async () => {
    const numbers = server()
    const given = await Promise.all(Array.from({ length: 100 }, () => numbers.next(noon(2))))
    expect(given.map(sequence).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1),
    )
  })

  it('of two servers at once are never the same', async () => {
    const servers = [server(), server()]
    const given = await Promise.all(
      Array.from({ length: 400 }, (_, index) => (servers[index % 2] ?? server()).next(noon(3))),
    )
    expect(new Set(given).size).toBe(400)
  })

  it('go on after a restart where the last block ended', async () => {
    const before = await server().next(noon(4))
    const after = await server().next(noon(4))
    expect([sequence(before), sequence(after)]).toEqual([1, 11])
  })

  it('start anew at midnight in Shanghai, which is 16:00 UTC', async () => {
    const numbers = server()
    expect(await numbers.next(new Date('2026-11-05T15:59:59.999Z'))).toMatch(/^MS20261105-0001-/)
    expect(await numbers.next(new Date('2026-11-05T16:00:00.000Z'))).toMatch(/^MS20261106-0001-/)
    // A request from just before midnight that comes late still gets a number of its own day, never one twice.
    expect(await numbers.next(new Date('2026-11-05T15:59:59.999Z'))).toMatch(/^MS20261105-0011-/)
  })

  it('of two days asked for at once get along', async () => {
    const numbers = server()
    const days = [noon(8), noon(9)]
    const given = await Promise.all(
      Array.from({ length: 60 }, (_, index) => numbers.next(days[index % 2] ?? noon(8))),
    )
    expect(new Set(given).size).toBe(60)
  })
})
