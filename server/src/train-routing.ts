import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { modelTool } from './model-tool.js'
import { encoded } from './routing/classifier/model-file.js'
import { shippedFile, trainShipped } from './routing/classifier/shipped.js'
import { DATABASE, Routing, SiteLearning } from './routing/index.js'
import { figureLines } from './routing/model-words.js'

/**
 * `pnpm routing:train`: makes the model that comes with the program from the corpus.
 * `pnpm routing:train --from FILE|database --by ACCOUNT`: makes one from a city's ledger, or its closed needs, and from
 * what people corrected; it waits until somebody makes it live. docs/routing.md
 */
const { from, by } = parseArgs({ options: { from: { type: 'string' }, by: { type: 'string' } } }).values
if (from === undefined) await ship()
else if (by === undefined) {
  process.stderr.write('用法：pnpm routing:train --from 台账文件|database --by 管理员账号\n')
  process.exitCode = 2
} else await learn(from, by)

async function ship(): Promise<void> {
  const model = await trainShipped()
  const bytes = encoded(model)
  await mkdir(dirname(shippedFile), { recursive: true })
  await writeFile(shippedFile, bytes)
  process.stdout.write(
    `用 ${model.header.texts} 条文本训练，${model.header.codes.length} 个类别，${Math.round(bytes.length / 1000)} KB：${shippedFile}\n`,
  )
}

async function learn(from: string, account: string): Promise<void> {
  await modelTool(account, async (app, byId) => {
    const source = from === DATABASE ? from : resolve(process.env.INIT_CWD ?? '.', from)
    const { version, figures, unknown } = await app.get(SiteLearning).learn(byId, source)
    const names = await app.get(Routing).byCode()
    for (const line of figureLines(figures, (code) => names.get(code)?.name ?? code))
      process.stdout.write(`${line}\n`)
    for (const [label, count] of unknown)
      process.stdout.write(`没有这个分类，跳过 ${count} 条：${label || '（空）'}\n`)
    process.stdout.write(
      `\n第 ${version} 版已存好，还没有启用。启用：pnpm routing:live ${version} --by ${account}\n`,
    )
  })
}
