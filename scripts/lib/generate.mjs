import { execFileSync } from 'node:child_process'
import openapiTypeScript, { astToString } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'
import { build } from './build.mjs'
import { inRoot, readIfThere, root, writeWithFolder } from './project.mjs'
import { workflowDocument } from './workflow-document.mjs'

/**
 * Makes the files that follow from the code: the API document, the client's types and the lifecycle diagrams.
 * @param {{ check: boolean }} options `check`: write nothing, fail when a file differs
 * @returns {Promise<number>} the exit code
 */
export async function generate({ check }) {
  await build('shared', 'server')
  const document = apiDocument()
  const files = {
    'docs/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'miniapp/src/services/api.gen.ts': await clientTypes(document),
    'docs/workflow.md': await formatted(
      'docs/workflow.md',
      workflowDocument(await import('../../shared/dist/index.js')),
    ),
  }
  const stale = Object.keys(files).filter((file) => readIfThere(inRoot(file)) !== files[file])
  if (check && stale.length > 0) {
    console.error(`与代码不一致：${stale.join('、')}。请运行 pnpm generate 并提交。`)
    return 1
  }
  for (const file of stale) writeWithFolder(inRoot(file), files[file])
  console.log(stale.length > 0 ? `已更新：${stale.join('、')}` : '生成的文件与代码一致')
  return 0
}

/** What the built server publishes at /api/openapi.json. */
const apiDocument = () =>
  JSON.parse(
    execFileSync(process.execPath, ['server/dist/openapi.js'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    }),
  )

const generatedFrom = '/** Generated from docs/openapi.json by `pnpm generate`. Do not change by hand. */\n\n'

const clientTypes = async (document) =>
  generatedFrom + astToString(await openapiTypeScript(structuredClone(document), { alphabetize: true }))

const formatted = async (file, text) =>
  format(text, { ...(await resolveConfig(inRoot(file))), filepath: file })
