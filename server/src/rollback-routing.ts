import { parseArgs } from 'node:util'
import { modelTool } from './model-tool.js'
import { ModelKeeping } from './routing/index.js'

/** `pnpm routing:rollback --by ACCOUNT`: the model that was live before is live again. */
const { by } = parseArgs({ options: { by: { type: 'string' } } }).values
if (!by) {
  process.stderr.write('用法：pnpm routing:rollback --by 管理员账号\n')
  process.exitCode = 2
} else
  await modelTool(by, async (app, byId) => {
    const version = await app.get(ModelKeeping).rollBack(byId)
    const what = version === 0 ? '程序自带的模型' : `第 ${version} 版`
    process.stdout.write(`已退回：现在用的是${what}，各服务器五秒内换用\n`)
  })
