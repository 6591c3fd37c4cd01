import { plusDays, shanghaiDate } from '@minsheng/shared'
import { scoresFromScratch } from './parts/bare-scores.mjs'
import { ask } from './parts/load.mjs'
import { fillWith } from './parts/many-needs.mjs'
import { manyTimes } from './parts/many-times.mjs'
import { aDispatchedNeed } from './parts/one-need.mjs'
import { median, percentile, print, printAims } from './parts/report.mjs'
import { openStage } from './parts/stage.mjs'

/**
 * `pnpm bench scores`: dashboards by the real route among 1,000,000 needs (`--needs 100000` for fewer), beside the same
 * figures summed up from scratch in the same run, in turn; and how fast all is counted again. docs/benchmarks.md
 */
const given = process.argv.indexOf('--needs')
const isQuick = process.argv.includes('--quick')
const size = given > 0 ? Number(process.argv[given + 1]) : isQuick ? 5_000 : 1_000_000
/** So many are counted by the product itself; the rest are copies, of needs and of sums. */
const times = Math.max(1, Math.round(size / 100_000))
const counted = Math.round(size / times)
const rounds = isQuick ? 3 : 25
const mostMilliseconds = 300

const today = shanghaiDate(new Date())
const groups = { department: 'department_id', field: 'field_id', area: 'street_id' }
const spans = [
  { name: 'half a year', from: plusDays(today, -180), to: today },
  { name: 'thirty days', from: plusDays(today, -29), to: today },
]
/** As they lie in the database: UTC. */
const instants = ({ from, to }) => [`${plusDays(from, -1)} 16:00:00.000`, `${to} 16:00:00.000`]

/** A rating for most answers; an answer three days after the dispatch, some of them late. */
async function answerMost(database) {
  await database.rows(`
    UPDATE work_order SET answered_at = dispatched_at + INTERVAL 3 DAY, accepted_at = dispatched_at + INTERVAL 1 HOUR,
      contacted_at = dispatched_at + INTERVAL 2 HOUR WHERE state = 'done'`)
  await database.rows(`
    INSERT INTO rating (id, need_id, round, department_id, field_id, street_id, level, said_solved, is_solved,
      is_contacted, source, aspects, tags, words, rated_at)
    SELECT CONCAT('01Q', SUBSTR(id, 4)), need_id, 1, department_id, field_id, street_id, 1 + CRC32(id) % 5,
      CRC32(id) % 5 > 1, CRC32(id) % 5 > 1, 1, 'tap', NULL, '[]', NULL, dispatched_at + INTERVAL 4 DAY
    FROM work_order WHERE state = 'done' AND CRC32(need_id) % 10 < 7 AND dispatched_at < UTC_TIMESTAMP() - INTERVAL 4 DAY`)
  await database.rows('ANALYZE TABLE rating, work_order')
}

async function measure(database) {
  const server = await database.server()
  const pattern = await aDispatchedNeed(database, server)
  await fillWith(database, pattern, counted)
  await database.rows('DELETE FROM need WHERE id = ?', [pattern])
  await database.rows('DELETE FROM work_order WHERE need_id = ?', [pattern])
  await answerMost(database)
  const began = performance.now()
  await database.run('../../dist/rebuild-scores.js')
  const rebuilding = (performance.now() - began) / 1000
  await manyTimes(database, times)
  await database.rows('ANALYZE TABLE score_sum, score_item')
  const leader = { id: '0'.repeat(26), kind: 'staff', roles: ['leader'], departmentId: null, areaId: null }
  const headers = { authorization: `Bearer ${await database.token(leader)}` }
  const asked = Object.keys(groups).flatMap((by) => spans.map((span) => ({ by, span })))
  const mistakes = []
  const results = []
  for (let round = 0; round <= rounds; round += 1)
    for (const { by, span } of asked) {
      const path = `/api/v1/scores?from=${span.from}&to=${span.to}&by=${by}`
      const view = await timed(async () => (await ask(server.port, { method: 'GET', path, headers })).text)
      const scratch = await timed(() => scoresFromScratch(database, groups[by], instants(span)))
      if (round === 0) mistakes.push(...differences(JSON.parse(view.result), scratch.result, by, span))
      else results.push({ by, span, server: view.took, scratch: scratch.took })
    }
  report(results, rebuilding)
  for (const line of mistakes) console.error(line)
  if (mistakes.length === 0) console.log('Both find the same figures.')
  return mistakes.length === 0 ? 0 : 1
}

async function timed(work) {
  const began = performance.now()
  const result = await work()
  return { result, took: performance.now() - began }
}

/** The figures that both know, row by row. */
function differences({ items }, scratch, by, span) {
  const told = new Map(items.map((row) => [row.id, row]))
  return [...scratch].flatMap(([id, { filed = 0, rated = 0, solved = 0, answered = 0, overdue = 0 }]) => {
    const row = told.get(id)
    const [one, other] = [
      [filed, rated, solved, answered, overdue],
      [row?.filed, row?.rated, row?.solved, row?.answered, row?.openOverdue],
    ]
    return one.join() === other.join() ? [] : [`${by} ${id}, ${span.name}: ${one} against ${other}`]
  })
}

function report(results, rebuilding) {
  const sorted = (rows, name) => rows.map((row) => row[name]).sort((a, b) => a - b)
  const lines = Object.keys(groups).flatMap((by) =>
    spans.map((span) => {
      const rows = results.filter((row) => row.by === by && row.span === span)
      return { by, span, server: sorted(rows, 'server'), scratch: sorted(rows, 'scratch') }
    }),
  )
  print(
    ['by', 'period', 'dashboard p50 ms', 'p99 ms', 'from scratch p50 ms', 'times as long'],
    lines.map(({ by, span, server, scratch }) => [
      ...[by, span.name, median(server).toFixed(1), percentile(server, 99).toFixed(1)],
      ...[median(scratch).toFixed(1), (median(scratch) / median(server)).toFixed(1)],
    ]),
  )
  const slowest = Math.max(...lines.map(({ server }) => percentile(server, 99)))
  const perSecond = counted / rebuilding
  printAims([
    {
      what: `the slowest dashboard among ${counted * times} needs, p99 ms`,
      limit: `≤ ${mostMilliseconds}`,
      measured: slowest.toFixed(1),
      isMet: slowest <= mostMilliseconds,
    },
    { what: 'counted again, needs/s', limit: '–', measured: perSecond.toFixed(0), isMet: true },
  ])
}

const stage = await openStage()
try {
  process.exitCode = await measure(await stage.database('scores', 1))
} finally {
  await stage.stop()
}
