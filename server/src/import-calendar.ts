import 'reflect-metadata'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Calendars, Timetable, tableIn } from './deadlines/index.js'
import { openDatabase } from './database.js'
import { ConfigError, loadConfig } from './platform/config.js'
import { UnitOfWork } from './platform/database/index.js'
import { Present } from './platform/present.js'
import { Problem } from './platform/problem.js'
import { StartError } from './platform/start-error.js'

/** `pnpm calendar:import FILE`: loads the table of a year; servers that run see it within a minute. */
try {
  process.exitCode = await load(process.argv[2])
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof StartError)) throw error
  process.stderr.write(`载入失败：${error.message}\n`)
  process.exitCode = 2
}

async function load(path: string | undefined): Promise<number> {
  if (path === undefined) {
    process.stderr.write('用法：pnpm calendar:import 2027.json\n')
    return 2
  }
  const text = await readFile(resolve(process.env.INIT_CWD ?? '.', path), 'utf8').catch(() => undefined)
  if (text === undefined) {
    process.stderr.write(`没有找到文件 ${path}\n`)
    return 2
  }
  const { dataSource, readSource } = await openDatabase(loadConfig(process.env))
  try {
    const unitOfWork = new UnitOfWork(dataSource, readSource)
    const { source, ...table } = tableIn(text)
    await new Calendars(unitOfWork, new Present(), new Timetable(unitOfWork)).load(table, source, null)
    process.stdout.write(`已载入 ${table.year} 年的日历，运行中的服务一分钟内生效\n`)
    return 0
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    for (const { message } of error.fields) process.stderr.write(`${message}\n`)
    process.stderr.write(`${error.title}\n`)
    return 1
  } finally {
    await readSource.destroy()
    await dataSource.destroy()
  }
}
