import multipart from '@fastify/multipart'
import { Module, type Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { migrations } from '../database.js'
import { entities } from '../entities.js'
import { type Config, loadConfig } from '../platform/config.js'
import { type Tx, UnitOfWork } from '../platform/database/index.js'
import { testDatabase } from '../platform/database/test-database.fixture.js'
import { PlatformModule } from '../platform/platform.module.js'
import { SettablePresent } from '../platform/present.js'
import { ProblemFilter } from '../platform/problem.filter.js'
import { validation } from '../platform/validation.js'

/** Some capabilities on a database of their own, reached by HTTP. */
export interface Parts {
  app: NestFastifyApplication
  config: Config
  present: SettablePresent
  write: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
  stop: () => Promise<void>
}

@Module({})
class Root {}

export async function startParts(imports: Type[], settings: Partial<Config> = {}): Promise<Parts> {
  const database = await testDatabase(entities, migrations)
  const config = { ...loadConfig({ DATA_DIR: database.dataDir }), ...settings }
  const present = new SettablePresent(new Date('2026-11-20T02:00:00Z'))
  const { dataSource } = database
  const readSource = database.unitOfWork.reader.dataSource
  const platform = PlatformModule.with({ config, present, dataSource, readSource })
  const adapter = new FastifyAdapter()
  const root = { module: Root, imports: [platform, ...imports] }
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: false })
  app.setGlobalPrefix('api/v1')
  app.useGlobalPipes(validation())
  app.useGlobalFilters(new ProblemFilter())
  await app.register(multipart)
  await app.init()
  await adapter.getInstance().ready()
  const unitOfWork = app.get(UnitOfWork)
  const stop = async () => {
    await app.close()
    await database.drop()
  }
  return { app, config, present, write: (work) => unitOfWork.run(work), stop }
}
