import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { Problem } from '../problem.js'
import { id, instant } from './columns.js'
import { newId } from './ids.js'
import { insertRows } from './insert-rows.js'
import { type Page, pageAfter, pageOf, pageSize } from './page.js'
import { testDatabase, type TestDatabase } from './test-database.fixture.js'

@Entity('happening')
class Happening {
  @PrimaryColumn(id()) id: string
  @Column(instant()) at: Date
}

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase([Happening])
})
afterAll(() => database.drop())
beforeEach(() => database.dataSource.manager.clear(Happening))

const noon = new Date('2026-11-21T04:00:00Z').getTime()
/** So many rows at each of these milliseconds after noon. */
const store = (milliseconds: readonly number[]) => {
  const rows = milliseconds.map((after) => ({ id: newId(new Date()), at: new Date(noon + after) }))
  return database.unitOfWork.run((tx) => insertRows(tx, Happening, rows))
}

type Direction = 'ASC' | 'DESC'
async function pageFrom(cursor: string | undefined, direction: Direction): Promise<Page<string>> {
  const query = database.unitOfWork.reader.createQueryBuilder(Happening, 'happening')
  const by = { at: 'happening.at', id: 'happening.id', direction }
  return pageOf(
    await pageAfter(query, by, cursor).getMany(),
    (row) => row,
    (row) => row.id,
  )
}

async function allPages(direction: Direction): Promise<string[][]> {
  const pages: string[][] = []
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await pageFrom(cursor, direction)
    pages.push(items)
    if (nextCursor === null) return pages
    cursor = nextCursor
  }
}

const inOrder = async (direction: Direction) => {
  const rows = await database.unitOfWork.reader.find(Happening, { order: { at: direction, id: direction } })
  return rows.map((row) => row.id)
}

describe('paging by key', () => {
  it.each(['ASC', 'DESC'] as const)(
    'visits every row once and in order, %s, whatever times are equal',
    async (direction) => {
      const times = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 * pageSize })
      await fc.assert(
        fc.asyncProperty(times, async (milliseconds) => {
          await database.dataSource.manager.clear(Happening)
          await store(milliseconds)
          expect((await allPages(direction)).flat()).toEqual(await inOrder(direction))
        }),
        { numRuns: 25 },
      )
    },
  )

  it.each([
    [0, [0]],
    [1, [1]],
    [pageSize, [pageSize]],
    [pageSize + 1, [pageSize, 1]],
    [2 * pageSize, [pageSize, pageSize]],
  ])('cuts %i rows into pages of %j', async (count, lengths) => {
    await store(Array.from({ length: count }, () => 7))
    expect((await allPages('DESC')).map((page) => page.length)).toEqual(lengths)
  })

  it('keeps its place while rows come and go around it', async () => {
    await store(Array.from({ length: 2 * pageSize }, (_, i) => i))
    const { items, nextCursor } = await pageFrom(undefined, 'DESC')
    await store([10_000, 10_001])
    await database.dataSource.manager.delete(Happening, { id: items.at(-1) })
    const second = await pageFrom(nextCursor ?? '', 'DESC')
    expect(second.items).toEqual((await inOrder('DESC')).slice(-pageSize))
    expect(second.nextCursor).toBeNull()
  })

  it('keeps to the condition that the query has', async () => {
    await store([1, 1, 1, 2])
    const rows = await database.unitOfWork.reader.find(Happening, { order: { at: 'ASC', id: 'ASC' } })
    const [first, , third] = rows
    const query = database.unitOfWork.reader
      .createQueryBuilder(Happening, 'happening')
      .where('happening.id IN (:...ids)', { ids: [first?.id, third?.id] })
    const cursor = Buffer.from(`${noon + 1}.${first?.id}`).toString('base64url')
    const by = { at: 'happening.at', id: 'happening.id', direction: 'ASC' } as const
    expect(await pageAfter(query, by, cursor).getMany()).toEqual([third])
  })
})

describe('a cursor that was not given out', () => {
  const forged = (text: string) => Buffer.from(text).toString('base64url')
  const anId = newId(new Date())

  it.each([
    '!',
    'undefined',
    forged('.'),
    forged(`.${anId}`),
    forged(`${noon}`),
    forged(`${noon}.`),
    forged(`${noon}.x' OR 1=1 --`),
    forged(`noon.${anId}`),
    forged(`-1.${anId}`),
    forged(`1e15.${anId}`),
    forged(`Infinity.${anId}`),
    forged(`8640000000000000.${anId}`),
    forged(`${noon}.${anId}.${anId}`),
  ])('is a problem that says what to do: %s', async (cursor) => {
    const refusal: unknown = await pageFrom(cursor, 'ASC').catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({ status: 400, code: 'cursor_invalid' })
  })

  it('never fails in another way, whatever it holds', async () => {
    const texts = fc.oneof(
      fc.string(),
      fc.tuple(fc.integer(), fc.string()).map(([n, s]) => forged(`${n}.${s}`)),
    )
    await fc.assert(
      fc.asyncProperty(texts, async (cursor) => {
        const outcome: unknown = await pageFrom(cursor, 'DESC').catch((error: unknown) => error)
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Problem)
      }),
    )
  })

  it('may name the farthest time there is', async () => {
    await store([1])
    expect((await pageFrom(forged(`99999999999999.${anId}`), 'DESC')).items).toHaveLength(1)
    expect((await pageFrom(forged(`0.${anId}`), 'DESC')).items).toHaveLength(0)
  })
})
