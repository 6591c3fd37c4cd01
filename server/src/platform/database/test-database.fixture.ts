import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { DataSource, type DataSourceOptions } from 'typeorm'
import { dataSourceOptions, readSourceOf } from './data-source.js'
import { newId } from './ids.js'
import { UnitOfWork } from './unit-of-work.js'

export interface TestDatabase {
  dataSource: DataSource
  unitOfWork: UnitOfWork
  /** What `DATABASE_URL` would be; undefined on SQLite. */
  url: string | undefined
  /** A folder of its own, as `DATA_DIR`; holds the SQLite file. */
  dataDir: string
  /** Closes the connections and removes the database and the folder. */
  drop(): Promise<void>
}

/**
 * An own, empty database for one spec file: on the server of `TEST_DATABASE_URL`, or else SQLite in a new
 * folder. Without migrations its tables are made from the entities.
 * @param pool the most connections at a time on MySQL and MariaDB
 */
export async function testDatabase(
  entities: DataSourceOptions['entities'],
  migrations: DataSourceOptions['migrations'] = [],
  pool = 5,
): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'minsheng-test-'))
  const server = process.env.TEST_DATABASE_URL
  const name = `test_${newId(new Date()).toLowerCase()}`
  const url = server ? onServer(server, name) : undefined
  if (server) await onServerRun(server, `CREATE DATABASE ${name} CHARACTER SET utf8mb4`)

  const options = dataSourceOptions({ databaseUrl: url, databasePool: pool, dataDir }, entities, migrations)
  const dataSource = await new DataSource(options).initialize()
  // As on the server of databases: what tests write may be lost in a power cut, so no commit waits for the disk.
  if (!server) await dataSource.query('PRAGMA synchronous = OFF')
  if (dataSource.migrations.length > 0) await dataSource.runMigrations()
  else await dataSource.synchronize()
  const readSource = await readSourceOf(dataSource)

  return {
    dataSource,
    unitOfWork: new UnitOfWork(dataSource, readSource),
    url,
    dataDir,
    async drop() {
      // An application that was given them has closed them already.
      for (const source of [readSource, dataSource]) if (source.isInitialized) await source.destroy()
      if (server) await onServerRun(server, `DROP DATABASE ${name}`)
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** The server's URL with this database for its path. */
function onServer(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Runs one statement outside of any database. */
async function onServerRun(server: string, statement: string): Promise<void> {
  const connection = await createConnection(onServer(server, ''))
  await connection.query(statement)
  await connection.end()
}
