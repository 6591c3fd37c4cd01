import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { Column, Entity, PrimaryColumn } from 'typeorm'
import { id, instant, newId, nullable, word } from './index.js'
import { insertRows } from './insert-rows.js'
import { testDatabase, type TestDatabase } from './test-database.fixture.js'
import { updateRows } from './update-rows.js'

@Entity('parcel')
class Parcel {
  @PrimaryColumn(id()) id: string
  @Column(word(20)) shelf: string
  @Column(nullable(word(20))) note: string | null
  @Column(instant()) at: Date
  @Column({ type: 'integer' }) version: number
}

const now = new Date('2026-11-21T02:03:04.567Z')
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase([Parcel])
}, 300_000)
afterAll(() => database.drop())
beforeEach(() => database.dataSource.manager.clear(Parcel))

async function parcels(count: number): Promise<Parcel[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: newId(now),
    shelf: `A${index}`,
    note: 'old',
    at: now,
    version: 1,
  }))
  await database.unitOfWork.run((tx) => insertRows(tx, Parcel, rows))
  return rows
}
const stored = () => database.unitOfWork.reader.find(Parcel, { order: { id: 'ASC' } })

describe('many rows at once', () => {
  it('each get their own value, null among them, and keep what is not named', async () => {
    const rows = await parcels(250)
    rows.forEach((row, index) =>
      Object.assign(row, {
        shelf: `B${index}`,
        note: index % 3 === 0 ? null : `n${index}`,
        at: new Date(now.getTime() + index),
        version: 9,
      }),
    )
    const written = await database.unitOfWork.run((tx) =>
      updateRows(tx, Parcel, rows, ['shelf', 'note', 'at']),
    )
    expect(written).toBe(250)
    expect(await stored()).toEqual(rows.map((row) => ({ ...row, version: 1 })))
  })

  it('are written only where the version is the one that was read', async () => {
    const rows = await parcels(3)
    await database.dataSource.manager.update(Parcel, { id: rows[1]?.id ?? '' }, { version: 2 })
    const read = new Map(rows.map((row) => [row, row.version]))
    for (const row of rows) Object.assign(row, { shelf: 'C', version: 2 })
    const written = await database.unitOfWork.run((tx) =>
      updateRows(tx, Parcel, rows, ['shelf', 'version'], read),
    )
    expect(written).toBe(2)
    expect((await stored()).map(({ shelf }) => shelf)).toEqual(['C', 'A1', 'C'])
  })

  it('that are none need no statement', async () => {
    expect(await database.unitOfWork.run((tx) => updateRows(tx, Parcel, [], ['shelf']))).toBe(0)
  })
})
