import { parseArgs } from 'node:util'
import { modelTool } from './model-tool.js'
import { ModelKeeping } from './routing/index.js'
import { modelLine } from './routing/model-words.js'

/** `pnpm routing:live [VERSION] --by ACCOUNT`: a person makes a model live; without a version, names all. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { by: { type: 'string' } },
})
const version = positionals[0] === undefined ? undefined : Number(positionals[0])
if (!values.by || (version !== undefined && !Number.isSafeInteger(version))) {
  process.stderr.write('用法：pnpm routing:live [版本] --by 管理员账号（不写版本：列出所有版本）\n')
  process.exitCode = 2
} else
  await modelTool(values.by, async (app, byId) => {
    const keeping = app.get(ModelKeeping)
    if (version !== undefined) await keeping.makeLive(byId, version)
    for (const entry of await keeping.all()) process.stdout.write(`${modelLine(entry)}\n`)
    if (version !== undefined) process.stdout.write(`第 ${version} 版在用了，各服务器五秒内换用\n`)
  })
