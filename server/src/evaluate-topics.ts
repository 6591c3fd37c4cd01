import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { bCubed, clusterWritings, finish } from './lookalikes/index.js'

/**
 * `pnpm --silent eval:topics --messages FILE --test FILE`: groups all messages as the desk's list of topics does, and
 * measures on those whose topic is known. Prints one line of JSON. docs/routing.md
 */
const usage = 'pnpm --silent eval:topics --messages FILE --test FILE'

async function evaluate(): Promise<number> {
  const { messages, test } = parseArgs({
    options: { messages: { type: 'string' }, test: { type: 'string' } },
  }).values
  if (!messages || !test) {
    console.error(usage)
    return 2
  }
  const rows = await rowsOf(messages, ['id', 'subject', 'detail'])
  const topics = await rowsOf(test, ['id', 'topic'])
  const groups = finish(
    clusterWritings(rows.map(({ subject = '', detail = '' }) => ({ title: subject, text: detail }))),
  )
  const groupOf = new Map(
    groups.flatMap((members, group) => members.map((at) => [rows[at]?.id ?? '', String(group)] as const)),
  )
  const known = topics.map(({ id = '', topic = '' }) => ({ topic, group: groupOf.get(id) ?? `alone ${id}` }))
  console.log(JSON.stringify(bCubed(known)))
  return 0
}

/** Rows of a tab-separated file by the names in its first line. */
async function rowsOf(file: string, needed: readonly string[]): Promise<Record<string, string>[]> {
  const [head = '', ...lines] = (await readFile(file, 'utf8')).split(/\r?\n/)
  const names = head.replace(/^\uFEFF/, '').split('\t')
  const missing = needed.filter((name) => !names.includes(name))
  if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(', ')}.`)
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((value, at) => [names[at] ?? '', value])))
}

process.exitCode = await evaluate().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  return 1
})
