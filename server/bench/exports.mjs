import { join } from 'node:path'
import { plusDays, shanghaiDate } from '@minsheng/shared'
import { exportBare } from './parts/bare-export.mjs'
import { ask } from './parts/load.mjs'
import { fillWith } from './parts/many-needs.mjs'
import { aDispatchedNeed } from './parts/one-need.mjs'
import { median, print, printAims } from './parts/report.mjs'
import { openStage, peakMemory } from './parts/stage.mjs'

/**
 * `pnpm bench exports`: 1,000,000 needs as CSV by the real route and in the background, beside a bare program that
 * writes the same columns without names, covering and progress; in turn. `--needs 100000` for fewer. docs/benchmarks.md
 */
const given = process.argv.indexOf('--needs')
const isQuick = process.argv.includes('--quick')
const size = given > 0 ? Number(process.argv[given + 1]) : isQuick ? 20_000 : 1_000_000
const rounds = isQuick ? 1 : 3
const mostSeconds = (60 * size) / 1_000_000
const mostMegabytes = 300
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const today = shanghaiDate(new Date())
const period = { from: plusDays(today, -200), to: today }

async function rateMost(database) {
  await database.rows(`
    INSERT INTO rating (id, need_id, round, department_id, field_id, street_id, level, said_solved, is_solved,
      is_contacted, source, aspects, tags, words, rated_at)
    SELECT CONCAT('01Q', SUBSTR(id, 4)), id, 1, department_id, field_id, street_id, 1 + CRC32(id) % 5,
      CRC32(id) % 5 > 1, CRC32(id) % 5 > 1, 1, 'tap', NULL, '[]', NULL, submitted_at
    FROM need WHERE state = 'closed' AND CRC32(id) % 10 < 7`)
  await database.rows('ANALYZE TABLE rating, need')
}

async function measure(database) {
  const first = await database.server()
  await fillWith(database, await aDispatchedNeed(database, first), size)
  await first.stop()
  await rateMost(database)
  const [{ count }] = await database.rows('SELECT COUNT(*) AS count FROM need')
  const headers = await leaderOf(database)
  const results = []
  const mistakes = []
  for (let round = 0; round < rounds; round += 1) {
    const product = await byTheServer(database, headers)
    if (product.rows !== count) mistakes.push(`${product.rows} rows instead of ${count}`)
    const bare = await exportBare(database, join(database.config.dataDir, 'bare.csv'))
    if (bare.rows !== count) mistakes.push(`bare: ${bare.rows} rows instead of ${count}`)
    results.push({ ...product, product: product.seconds, bare: bare.seconds })
  }
  report(results)
  for (const line of mistakes) console.error(line)
  return mistakes.length === 0 ? 0 : 1
}

/** A server of its own each time, so that the most it had is the export's and not that of hourly work before. */
async function byTheServer(database, headers) {
  const server = await database.server({ OUTBOX_RELAY: 'true' })
  const before = peakMemory(server)
  const product = await exported(server, headers)
  const memory = peakMemory(server)
  await server.stop()
  return { ...product, before, memory }
}

async function leaderOf(database) {
  const person = { id: '0'.repeat(26), kind: 'staff', roles: ['leader'], departmentId: null, areaId: null }
  return { authorization: `Bearer ${await database.token(person)}`, 'content-type': 'application/json' }
}

/** From asking until the file is whole, told by the route that the screen asks. */
async function exported(server, headers) {
  const began = performance.now()
  const body = JSON.stringify({ ...period, format: 'csv', purpose: 'bench' })
  const path = '/api/v1/exports'
  let job = JSON.parse((await ask(server.port, { method: 'POST', path, headers, body })).text)
  if (!job.id) throw new Error(JSON.stringify(job))
  while (['waiting', 'running'].includes(job.state)) {
    await pause(100)
    job = JSON.parse((await ask(server.port, { method: 'GET', path: `${path}/${job.id}`, headers })).text)
  }
  if (job.state !== 'done') throw new Error(`The export is ${job.state}: ${job.failure}`)
  return { seconds: (performance.now() - began) / 1000, rows: job.rowsWritten, bytes: job.bytes }
}

function report(results) {
  const memory = Math.max(...results.map((each) => each.memory))
  const before = Math.max(...results.map((each) => each.before))
  const product = median(results.map((each) => each.product))
  const bare = median(results.map((each) => each.bare))
  const perSecond = (seconds) => Math.round(size / seconds)
  print(
    ['program', 'seconds', 'rows/s'],
    [
      ['server', product.toFixed(1), perSecond(product)],
      ['bare', bare.toFixed(1), perSecond(bare)],
    ],
  )
  console.log(
    `The file has ${(results[0].bytes / 1e6).toFixed(0)} MB; before it the server had ${before.toFixed(0)} MB at most.\n`,
  )
  printAims([
    {
      what: `${size} rows as CSV, s`,
      limit: `≤ ${mostSeconds}`,
      measured: product.toFixed(1),
      isMet: product <= mostSeconds,
    },
    {
      what: 'memory of the server, MB',
      limit: `≤ ${mostMegabytes}`,
      measured: memory.toFixed(0),
      isMet: memory <= mostMegabytes,
    },
    { what: 'server : bare', limit: '–', measured: (product / bare).toFixed(2), isMet: true },
  ])
}

const stage = await openStage()
try {
  process.exitCode = await measure(await stage.database('exports', 1))
} finally {
  await stage.stop()
}
