import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { AppModule } from './app.module.js'
import { openDatabase } from './database.js'
import { ConfigError, loadConfig } from './platform/config.js'
import { Log } from './platform/log.js'
import { Present } from './platform/present.js'
import { StartError } from './platform/start-error.js'
import { Counting } from './scores/index.js'

/** `pnpm scores:rebuild`: counts every need from the beginning. Servers may go on meanwhile; they show too little. */
try {
  await rebuild()
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof StartError)) throw error
  process.stderr.write(`重算失败：${error.message}\n`)
  process.exitCode = 2
}

async function rebuild(): Promise<void> {
  const config = loadConfig(process.env)
  const database = await openDatabase(config)
  const app = await NestFactory.createApplicationContext(
    AppModule.in({ config, present: new Present(), ...database }),
    { logger: new Log(config) },
  )
  try {
    await app.init()
    const counted = await app.get(Counting).rebuild((so) => {
      if (so % 10_000 === 0) process.stdout.write(`已重算 ${so} 件…\n`)
    })
    process.stdout.write(`已重算 ${counted} 件诉求的指标\n`)
  } finally {
    await app.close()
  }
}
