import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { asNumber, degrees, id, instant, json, nullable, word } from './columns.js'
import { isUniqueViolation } from './database-errors.js'
import { newId } from './ids.js'
import { insertRows } from './insert-rows.js'
import { testDatabase, type TestDatabase } from './test-database.fixture.js'

interface Shape {
  name: string
  tags: string[]
  depth: { at: number | null; isDeep: boolean }
}

@Entity('every_kind')
class EveryKind {
  @PrimaryColumn(id()) id: string
  @Column(word(60)) shortText: string
  @Column({ type: 'text' }) longText: string
  @Column({ type: 'integer' }) count: number
  @Column({ type: 'bigint', transformer: asNumber }) big: number
  @Column({ type: 'boolean' }) isTrue: boolean
  @Column(instant()) at: Date
  @Column(degrees()) longitude: number
  @Column(json()) shape: Shape
  @Column(nullable(word(10))) maybeWord: string | null
  @Column({ type: 'integer', nullable: true }) maybeCount: number | null
  @Column({ type: 'boolean', nullable: true }) maybeTrue: boolean | null
  @Column(nullable(instant())) maybeAt: Date | null
  @Column(nullable(json())) maybeShape: string[] | null
}

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase([EveryKind])
})
afterAll(() => database.drop())
beforeEach(() => database.dataSource.manager.clear(EveryKind))

const aRow = (given: Partial<EveryKind> = {}): EveryKind => ({
  id: newId(new Date()),
  shortText: '路灯不亮',
  longText: '门口的路灯坏了三天',
  count: 3,
  big: 9_007_199_254_740_991,
  isTrue: true,
  at: new Date('2026-11-21T02:03:04.567Z'),
  longitude: 112.938814,
  shape: { name: '路灯', tags: [], depth: { at: null, isDeep: false } },
  maybeWord: null,
  maybeCount: null,
  maybeTrue: null,
  maybeAt: null,
  maybeShape: null,
  ...given,
})
const insert = (...rows: EveryKind[]) => database.unitOfWork.run((tx) => insertRows(tx, EveryKind, rows))
const stored = (row: EveryKind) => database.unitOfWork.reader.findOneByOrFail(EveryKind, { id: row.id })

async function comesBack(given: Partial<EveryKind>): Promise<void> {
  const row = aRow(given)
  await insert(row)
  expect(await stored(row)).toEqual(row)
}

describe('inserted rows', () => {
  it('come back through the entity as they went', () => comesBack({}))

  it('keep instants to the millisecond, before 1970 and in summer too', async () => {
    for (const at of ['2026-06-30T16:00:00.001Z', '1969-12-31T23:59:59.999Z', '2026-12-31T15:59:59.999Z'])
      await comesBack({ at: new Date(at), maybeAt: new Date(at) })
  })

  it('keep null apart from false, 0, empty text and empty lists', async () => {
    await comesBack({
      maybeTrue: false,
      maybeCount: 0,
      maybeWord: '',
      maybeShape: [],
      isTrue: false,
      count: 0,
    })
    await comesBack({ maybeTrue: null, maybeCount: null, maybeWord: null, maybeShape: null })
  })

  it('keep Chinese, rare characters, emoji, quotes, question marks and line ends', () =>
    comesBack({
      shortText: '𠮷野家🚰停水👨‍👩‍👧',
      longText: `'"\`\\?%_;--\n\r\t\0“全角”？ ${'很长'.repeat(2000)}`,
      shape: { name: `'\\"?👩🏽‍🔧`, tags: ['中文', ''], depth: { at: -1.5, isDeep: true } },
    }))

  it('keep any text and any JSON', async () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 50 })
    const rows = fc.record({
      longText: texts,
      name: texts,
      tags: fc.array(texts),
      at: fc.option(fc.integer()),
    })
    await fc.assert(
      fc.asyncProperty(rows, ({ longText, name, tags, at }) =>
        comesBack({ longText, shape: { name, tags, depth: { at, isDeep: true } } }),
      ),
      { numRuns: 30 },
    )
  })

  it('take undefined for null where null may be', async () => {
    const row = aRow({ maybeWord: undefined, maybeAt: undefined })
    await insert(row)
    expect(await stored(row)).toMatchObject({ maybeWord: null, maybeAt: null })
  })

  it('go in together, in one statement', async () => {
    const rows = Array.from({ length: 200 }, (_, count) => aRow({ count }))
    await insert(...rows)
    expect(await database.unitOfWork.reader.sum(EveryKind, 'count')).toBe((200 * 199) / 2)
  })

  it('are found by the conditions that the entity manager makes', async () => {
    const row = aRow({ maybeTrue: true })
    await insert(row, aRow({ at: new Date(row.at.getTime() + 1) }))
    expect(await database.unitOfWork.reader.findBy(EveryKind, { at: row.at, maybeTrue: true })).toEqual([row])
  })

  it('may be none', () => insert())

  it('go in all or not at all', async () => {
    const row = aRow()
    const failure: unknown = await insert(aRow(), row, row).catch((error: unknown) => error)
    expect(isUniqueViolation(failure)).toBe(true)
    expect(await database.unitOfWork.reader.count(EveryKind)).toBe(0)
  })
})

describe('a failure of another kind', () => {
  it('is no unique violation', async () => {
    const broken = aRow()
    Reflect.deleteProperty(broken, 'shortText')
    const failure: unknown = await insert(broken).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    expect(isUniqueViolation(failure)).toBe(false)
    expect(isUniqueViolation(new Error('ER_DUP_ENTRY'))).toBe(false)
  })
})
