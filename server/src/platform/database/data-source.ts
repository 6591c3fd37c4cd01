import { join } from 'node:path'
import { DataSource, type DataSourceOptions } from 'typeorm'
import type { Config } from '../config.js'
import { SnakeNaming } from './snake-naming.js'

type Entities = DataSourceOptions['entities']
type Migrations = DataSourceOptions['migrations']
interface SqliteHandle {
  pragma(text: string): void
}

/** Options of the one database: SQLite in a file by default, MySQL or MariaDB by `DATABASE_URL`. */
export function dataSourceOptions(
  config: Pick<Config, 'databaseUrl' | 'databasePool' | 'dataDir'>,
  entities: Entities,
  migrations: Migrations,
): DataSourceOptions {
  const common = { entities, migrations, namingStrategy: new SnakeNaming(), synchronize: false }
  if (config.databaseUrl) {
    return {
      ...common,
      // With 'mysql' against MariaDB the schema check wants to rebuild every json column for ever.
      type: config.databaseUrl.startsWith('mariadb') ? 'mariadb' : 'mysql',
      url: config.databaseUrl,
      charset: 'utf8mb4',
      timezone: 'Z',
      poolSize: config.databasePool,
      supportBigNumbers: true,
      connectTimeout: 5_000,
      extra: {
        idleTimeout: 60_000,
        enableKeepAlive: true,
        // A stack for every statement, in case it fails. TypeORM's error has one already.
        trace: false,
        // mysql2 sets aside half a megabyte of each connection for 16,000 of them.
        maxPreparedStatements: 100,
      },
    }
  }
  return {
    ...common,
    type: 'better-sqlite3',
    database: join(config.dataDir, 'minsheng.sqlite'),
    enableWAL: true,
    timeout: 5_000,
    // FULL: what was acknowledged survives a power cut.
    prepareDatabase: (database: SqliteHandle) => database.pragma('synchronous = FULL'),
  }
}

/**
 * Connections of their own for reading. On SQLite, which has one connection, a reader would else see the open
 * transaction's rows. On MySQL and MariaDB, when every connection is in a transaction and each of these waits for
 * somebody who reads, nobody would ever go on.
 */
export const readSourceOf = async (dataSource: DataSource): Promise<DataSource> =>
  new DataSource({ ...dataSource.options, migrations: [] }).initialize()
