import 'reflect-metadata'
import { openDatabase } from './database.js'
import { anAdministrator, openAccounts } from './district/index.js'
import { Staff } from './people/index.js'
import { ConfigError, loadConfig } from './platform/config.js'
import { UnitOfWork } from './platform/database/index.js'
import { StartError } from './platform/start-error.js'

/** `pnpm administrator:add NAME ACCOUNT`: somebody who can sign in at the desk; the password is shown once. */
try {
  process.exitCode = await add(process.argv[2], process.argv[3])
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof StartError)) throw error
  process.stderr.write(`没有添加：${error.message}\n`)
  process.exitCode = 2
}

async function add(name: string | undefined, account: string | undefined): Promise<number> {
  if (!name || !account || name.length > 40 || account.length > 40) {
    process.stderr.write('用法：pnpm administrator:add 姓名 账号（各不超过 40 个字）\n')
    return 2
  }
  const { dataSource, readSource } = await openDatabase(loadConfig(process.env))
  try {
    const handovers = await new UnitOfWork(dataSource, readSource).run(async (tx) => {
      if (await tx.existsBy(Staff, { account })) return []
      return openAccounts(tx, [anAdministrator(name, account, new Date())])
    })
    for (const { password } of handovers)
      process.stdout.write(`${name}　账号 ${account}　密码 ${password}（只显示这一次）\n`)
    if (handovers.length === 0) process.stderr.write(`账号 ${account} 已经有了，请换一个\n`)
    return handovers.length === 0 ? 1 : 0
  } finally {
    await readSource.destroy()
    await dataSource.destroy()
  }
}
