import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import multipart from '@fastify/multipart'
import { Module, type Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import { openDatabase } from '../database.js'
import { type Config, loadConfig } from '../platform/config.js'
import { type Tx, UnitOfWork } from '../platform/database/index.js'
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
  const dataDir = await mkdtemp(join(tmpdir(), 'minsheng-parts-'))
  const config = { ...loadConfig({ DATA_DIR: dataDir }), ...settings }
  const database = await openDatabase(config)
  const present = new SettablePresent(new Date('2026-11-20T02:00:00Z'))
  const module = {
    module: Root,
    imports: [PlatformModule.with({ config, present, ...database }), ...imports],
  }
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: ['error'],
  })
  app.setGlobalPrefix('api/v1')
  app.useGlobalPipes(validation())
  app.useGlobalFilters(new ProblemFilter())
  await app.register(multipart)
  await app.init()
  await app.getHttpAdapter().getInstance().ready()
  const stop = async () => {
    await app.close()
    await rm(dataDir, { recursive: true })
  }
  const unitOfWork = app.get(UnitOfWork)
  return { app, config, present, write: (work) => unitOfWork.run(work), stop }
}
