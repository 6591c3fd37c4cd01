import 'reflect-metadata'
import { resolve } from 'node:path'
import { openDatabase } from './database.js'
import {
  checkDistrict,
  type DistrictFiles,
  openAccounts,
  readFolder,
  writeDistrict,
} from './district/index.js'
import { ConfigError, loadConfig } from './platform/config.js'
import { UnitOfWork } from './platform/database/index.js'
import { StartError } from './platform/start-error.js'

/** `pnpm district:load FOLDER`: areas, departments, categories, rules, codes and people of a district. */
try {
  process.exitCode = await load(process.argv[2])
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof StartError)) throw error
  process.stderr.write(`载入失败：${error.message}\n`)
  process.exitCode = 2
}

async function load(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    process.stderr.write('用法：pnpm district:load 文件夹\n')
    return 2
  }
  const { read, mistakes } = await readFolder(resolve(process.env.INIT_CWD ?? '.', folder))
  const checked = checkDistrict(read)
  const all = [...mistakes, ...checked.mistakes]
  if (all.length > 0 || !checked.files) {
    process.stderr.write(`${all.join('\n')}\n共 ${all.length} 处要改，什么都没有写入\n`)
    return 1
  }
  await write(checked.files)
  return 0
}

async function write(files: DistrictFiles): Promise<void> {
  const { dataSource, readSource } = await openDatabase(loadConfig(process.env))
  try {
    const handovers = await new UnitOfWork(dataSource, readSource).run(async (tx) =>
      openAccounts(tx, await writeDistrict(tx, files, new Date())),
    )
    for (const { account, name, password } of handovers)
      process.stdout.write(`${name}　账号 ${account}　密码 ${password}\n`)
    const { areas, departments } = files
    process.stdout.write(
      `已载入 ${areas.length} 个区域、${departments.length} 个单位、${handovers.length} 个新账号；密码只显示这一次。请重启运行中的服务\n`,
    )
  } finally {
    await readSource.destroy()
    await dataSource.destroy()
  }
}
