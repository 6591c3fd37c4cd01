import 'reflect-metadata'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { openDatabase } from './database.js'
import { PersonalData } from './people/index.js'
import { Area } from './places/index.js'
import { ConfigError, loadConfig } from './platform/config.js'
import { UnitOfWork } from './platform/database/index.js'
import { StartError } from './platform/start-error.js'
import { checkHouseholds, enterHouseholds } from './visits/index.js'

/** `pnpm households:load FILE`: the doors of a district's grids and who lives there, each once. */
try {
  process.exitCode = await load(process.argv[2])
} catch (error) {
  const isTold = [ConfigError, StartError, SyntaxError].some((known) => error instanceof known)
  if (!isTold || !(error instanceof Error)) throw error
  process.stderr.write(`载入失败：${error.message}\n`)
  process.exitCode = 2
}

async function load(file: string | undefined): Promise<number> {
  if (file === undefined) {
    process.stderr.write('用法：pnpm households:load 文件.json\n')
    return 2
  }
  const read: unknown = JSON.parse(await readFile(resolve(process.env.INIT_CWD ?? '.', file), 'utf8'))
  const config = loadConfig(process.env)
  const { dataSource, readSource } = await openDatabase(config)
  try {
    const grids = await readSource.manager.findBy(Area, { level: 'grid' })
    const { rows, mistakes } = await checkHouseholds(read, new Set(grids.map(({ code }) => code)))
    if (mistakes.length > 0) {
      process.stderr.write(`${mistakes.join('\n')}\n共 ${mistakes.length} 处要改，什么都没有写入\n`)
      return 1
    }
    const entered = await new UnitOfWork(dataSource, readSource).run((tx) =>
      enterHouseholds(tx, new PersonalData(config), rows, new Date()),
    )
    process.stdout.write(`已录入 ${entered} 户；${rows.length - entered} 户原来就有，没有改动\n`)
    return 0
  } finally {
    await readSource.destroy()
    await dataSource.destroy()
  }
}
