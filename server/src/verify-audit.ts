import 'reflect-metadata'
import { auditTrails } from './audit-trails.js'
import { openDatabase } from './database.js'
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
    let broken = 0
    for (const trail of auditTrails(new UnitOfWork(dataSource, readSource))) {
      const { noun } = trail.chain
      let ofTrail = 0
      for await (const { receiptNo, id, sequence } of trail.breaks()) {
        ofTrail += 1
        const what = receiptNo ? `${noun} ${receiptNo}` : `（${noun} ${id} 不在了）`
        process.stdout.write(`${what}：从第 ${sequence} 条记录起对不上\n`)
      }
      const { records, events } = trail
      process.stdout.write(`核对了 ${records} 件${noun}的 ${events} 条记录，${ofTrail} 件对不上\n`)
      broken += ofTrail
    }
    return broken === 0 ? 0 : 1
  } finally {
    await readSource.destroy()
    await dataSource.destroy()
  }
}
