import 'reflect-metadata'
import { openDatabase } from './database.js'
import { AuditTrail } from './handling/index.js'
import { ConfigError, loadConfig } from './platform/config.js'
import { UnitOfWork } from './platform/database/index.js'
import { StartError } from './platform/start-error.js'

/** `pnpm audit:verify`: checks the event chains of the whole database; exit code 1 when one is broken. */
try {
  process.exitCode = await verify()
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof StartError)) throw error
  process.stderr.write(`核对失败：${error.message}\n`)
  process.exitCode = 2
}

async function verify(): Promise<number> {
  const { dataSource, readSource } = await openDatabase(loadConfig(process.env))
  try {
    const trail = new AuditTrail(new UnitOfWork(dataSource, readSource))
    let broken = 0
    for await (const { receiptNo, needId, sequence } of trail.breaks()) {
      broken += 1
      process.stdout.write(`${receiptNo ?? `（诉求 ${needId} 不在了）`}：从第 ${sequence} 条记录起对不上\n`)
    }
    const { needs, events } = trail
    process.stdout.write(`核对了 ${needs} 件诉求的 ${events} 条记录，${broken} 件对不上\n`)
    return broken === 0 ? 0 : 1
  } finally {
    await readSource.destroy()
    await dataSource.destroy()
  }
}
