import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import type { INestApplicationContext } from '@nestjs/common'
import { isPermitted } from '@minsheng/shared'
import { AppModule } from './app.module.js'
import { openDatabase } from './database.js'
import { Staff } from './people/index.js'
import { ConfigError, loadConfig } from './platform/config.js'
import { UnitOfWork } from './platform/database/index.js'
import { Log } from './platform/log.js'
import { Present } from './platform/present.js'
import { Problem } from './platform/problem.js'
import { StartError } from './platform/start-error.js'

/**
 * Runs what decides about models, on the server's database and in the name of somebody who may keep the routing.
 * Exit code 2 when it cannot be done, with one line that says why.
 */
export async function modelTool(
  account: string,
  work: (app: INestApplicationContext, byId: string) => Promise<void>,
): Promise<void> {
  try {
    const config = { ...loadConfig(process.env), logLevel: 'error' as const }
    const surroundings = { config, present: new Present(), ...(await openDatabase(config)) }
    const app = await NestFactory.createApplicationContext(AppModule.in(surroundings), {
      logger: new Log(config),
    })
    try {
      await work(app, await deciderOf(app.get(UnitOfWork), account))
    } finally {
      await app.close()
    }
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof StartError || error instanceof Problem))
      throw error
    process.stderr.write(`没有办成：${error instanceof Problem ? error.title : error.message}\n`)
    process.exitCode = 2
  }
}

/** A decision has a name: an account of somebody who works here and may keep the routing. */
async function deciderOf({ reader }: UnitOfWork, account: string): Promise<string> {
  const staff = await reader.findOneBy(Staff, { account, isActive: true })
  if (!staff || !isPermitted('routing.manage', staff.roles))
    throw new StartError(`账号 ${account} 不是管理员，请用管理员的账号`)
  return staff.id
}
