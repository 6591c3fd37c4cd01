import 'reflect-metadata'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from './database.js'
import {
  checkDistrict,
  DepartmentsBusy,
  type DistrictFiles,
  leave,
  leavingOf,
  openAccounts,
  readFolder,
  wordsOf,
  writeDistrict,
} from './district/index.js'
import { ConfigError, loadConfig } from './platform/config.js'
import { UnitOfWork } from './platform/database/index.js'
import { StartError } from './platform/start-error.js'

const REMOVED = '以上不在文件里，已停用；过去的诉求仍显示原来的名称'
const REMAINS = '以上不在文件里，照旧使用。要停用，请加 --remove 再运行一次'

/**
 * `pnpm district:load FOLDER [--remove]`: areas, departments, categories, rules, codes and people of a district.
 * What is not named any more is told, and taken out of service with `--remove`.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { remove: { type: 'boolean', default: false } },
})
try {
  process.exitCode = await load(positionals[0], values.remove)
} catch (error) {
  const isTold = [ConfigError, StartError, DepartmentsBusy].some((known) => error instanceof known)
  if (!isTold || !(error instanceof Error)) throw error
  process.stderr.write(`载入失败：${error.message}\n`)
  process.exitCode = 2
}

async function load(folder: string | undefined, mayRemove: boolean): Promise<number> {
  if (folder === undefined) {
    process.stderr.write('用法：pnpm district:load 文件夹 [--remove]\n')
    return 2
  }
  const { read, mistakes } = await readFolder(resolve(process.env.INIT_CWD ?? '.', folder))
  const checked = checkDistrict(read)
  const all = [...mistakes, ...checked.mistakes]
  if (all.length > 0 || !checked.files) {
    process.stderr.write(`${all.join('\n')}\n共 ${all.length} 处要改，什么都没有写入\n`)
    return 1
  }
  await write(checked.files, mayRemove)
  return 0
}

async function write(files: DistrictFiles, mayRemove: boolean): Promise<void> {
  const { dataSource, readSource } = await openDatabase(loadConfig(process.env))
  try {
    const now = new Date()
    const { handovers, leaving } = await new UnitOfWork(dataSource, readSource).run(async (tx) => {
      const handovers = await openAccounts(tx, await writeDistrict(tx, files, now))
      const leaving = await leavingOf(tx, files, now)
      if (mayRemove) await leave(tx, leaving, now)
      return { handovers, leaving: wordsOf(leaving) }
    })
    for (const { account, name, password } of handovers)
      process.stdout.write(`${name}　账号 ${account}　密码 ${password}\n`)
    const { areas, departments } = files
    process.stdout.write(
      `已载入 ${areas.length} 个区域、${departments.length} 个单位、${handovers.length} 个新账号；密码只显示这一次。运行中的服务几秒内生效\n`,
    )
    if (leaving.length > 0) process.stdout.write(`${leaving.join('\n')}\n${mayRemove ? REMOVED : REMAINS}\n`)
  } finally {
    await readSource.destroy()
    await dataSource.destroy()
  }
}
