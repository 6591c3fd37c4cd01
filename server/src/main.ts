import './memory.js'
import 'reflect-metadata'
import { createApplication } from './application.js'
import { type Database, openDatabase } from './database.js'
import { TimerEngine } from './deadlines/index.js'
import { ExportRunner } from './exports/index.js'
import { loadDemonstration } from './load-demonstration.js'
import { Relay } from './messages/index.js'
import { type Config, ConfigError, loadConfig } from './platform/config.js'
import { Present } from './platform/present.js'
import { Housekeeping } from './platform/housekeeping.js'
import { StartError } from './platform/start-error.js'
import { startStandIns } from './stand-ins/index.js'
import { welcome } from './welcome.js'

const EXIT_CONFIG = 2
const EXIT_START = 1

async function start(): Promise<void> {
  const config = loadConfig(process.env)
  const database = await openDatabase(config)
  if (config.isDemonstration) await loadDemonstration(config, database)
  const standIns = await startStandIns(config)
  const app = await listening(standIns.config, database)
  const address = app.getHttpServer().address()
  const port = address !== null && typeof address === 'object' ? address.port : config.port
  standIns.pushTo(port)
  if (config.isRelaying) {
    app.get(Relay).start()
    app.get(TimerEngine).start()
    app.get(ExportRunner).start()
  }
  app.get(Housekeeping).start()
  process.stdout.write(await welcome({ ...standIns.config, port }, standIns.messages, database))

  let isStopping = false
  const end = async () => {
    if (isStopping) return
    isStopping = true
    await app.close()
    await standIns.stop()
    process.exit(0)
  }
  process.on('SIGINT', () => void end())
  process.on('SIGTERM', () => void end())
}

async function listening(config: Config, database: Database) {
  const app = await createApplication({ config, present: new Present(), ...database })
  try {
    await app.init()
    // Fastify's own listen: Nest's writes the refusal to the log before we can say it in words.
    await app.getHttpAdapter().getInstance().listen({ port: config.port, host: config.host })
    return app
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new StartError(`端口 ${config.port} 已被占用：请关掉占用它的程序，或用 PORT 换一个端口`)
    if (code === 'EACCES')
      throw new StartError(`没有权限使用端口 ${config.port}：请用 PORT 换一个 1024 以上的端口`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartError(`HOST=${config.host} 不是这台机器的地址`)
    throw error
  }
}

function stop(code: number, ...lines: string[]): never {
  for (const line of lines) process.stderr.write(`启动失败：${line}\n`)
  process.exit(code)
}

try {
  await start()
} catch (error) {
  if (error instanceof ConfigError) stop(EXIT_CONFIG, ...error.mistakes)
  if (error instanceof StartError) stop(EXIT_START, error.message)
  throw error
}
