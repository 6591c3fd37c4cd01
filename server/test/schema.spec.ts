import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { getMetadataArgsStorage, type QueryRunner } from 'typeorm'
import { migrations } from '../src/database.js'
import { entities } from '../src/entities.js'
import { testDatabase, type TestDatabase } from '../src/platform/database/test-database.fixture.js'

const source = join(import.meta.dirname, '../src')
const filesEndingIn = (ending: string) =>
  readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending))

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase(entities, migrations)
}, 300_000)
afterAll(() => database.drop())

/** The statements that would make the tables what the entities say. */
async function difference(): Promise<string[]> {
  const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log()
  return upQueries.map(({ query }) => query)
}

const tableNames = () => database.dataSource.entityMetadatas.map(({ tableName }) => tableName).sort()

async function presentTables(): Promise<string[]> {
  const runner: QueryRunner = database.dataSource.createQueryRunner()
  try {
    const present = await Promise.all(tableNames().map((name) => runner.hasTable(name)))
    return tableNames().filter((_, i) => present[i])
  } finally {
    await runner.release()
  }
}

describe('the schema after all migrations', () => {
  it('is what the entities say', async () => {
    expect(await difference()).toEqual([])
  })

  it('has every entity that a file declares', async () => {
    for (const file of filesEndingIn('.entity.ts')) await import(join(source, file))
    const declared = getMetadataArgsStorage().tables.map(({ target }) => target)
    expect(new Set(entities)).toEqual(new Set(declared))
    expect(new Set(tableNames()).size).toBe(declared.length)
  })

  it('has every migration of the folder, in the order of time', async () => {
    const files = filesEndingIn('.ts').filter((file) => /migrations[\\/]\d+-/.test(file))
    const modules = await Promise.all(files.sort().map((file) => import(join(source, file))))
    expect(migrations).toEqual(modules.flatMap((module) => Object.values(module)))
  })

  it('can be taken back to nothing, and made again', async () => {
    for (const _ of migrations) await database.dataSource.undoLastMigration()
    expect(await presentTables()).toEqual([])
    expect(await database.dataSource.runMigrations()).toHaveLength(migrations.length)
    expect(await presentTables()).toEqual(tableNames())
    expect(await difference()).toEqual([])
  }, 300_000)
})
