import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ask, load } from './parts/load.mjs'
import { median, percentile, print, printAims } from './parts/report.mjs'
import { openStage, peakMemory, processorTime } from './parts/stage.mjs'

/**
 * `pnpm bench submit`: accepted needs per second through the real route, beside a bare program that writes the same
 * rows, in turn. docs/benchmarks.md
 */
const isQuick = process.argv.includes('--quick')
const connections = 32
/** By count: a program that is not compiled yet is another program. */
const warmUp = { requests: isQuick ? 100 : 5000 }
/** Many short rounds, so that what else the machine does hits both programs. */
const [rounds, seconds] = isQuick ? [1, 1] : [12, 2]
const residents = isQuick ? 50 : 2000
const tables = ['need', 'work_order', 'need_event', 'clock', 'outbox', 'idempotency_key']

async function measure(database) {
  const server = await database.server()
  const requests = await requestsOf(database)
  const { texts, template } = await dispatchedTexts(server, requests)
  const perNeed = await countRows(database, template)
  const bare = await database.bare('bare-submit.mjs', { NEED: template.id, KEY: template.key })
  const next = requests(texts)
  const programs = [
    { name: 'server', ...server },
    { name: 'bare', ...bare },
  ]
  const round = async (program, howLong) => {
    const before = await countRows(database)
    const used = processorTime(program)
    const measured = await load({ port: program.port, connections, ...howLong, next })
    const processor = processorTime(program) - used
    const written = minus(await countRows(database), before)
    return { program, ...summary(measured, processor), mistakes: mistakesIn(measured, written, perNeed) }
  }

  const results = []
  for (const program of programs) results.push({ ...(await round(program, warmUp)), round: 0 })
  for (let number = 1; number <= rounds; number += 1)
    for (const program of programs) results.push({ ...(await round(program, { seconds })), round: number })
  await database.close()

  report(results)
  const mistakes = results.flatMap(({ program, mistakes }) =>
    mistakes.map((line) => `${program.name}: ${line}`),
  )
  if (mistakes.length === 0) console.log('Every accepted need has all its rows, and there is no other row.')
  for (const line of mistakes) console.error(line)
  return mistakes.length === 0 ? 0 : 1
}

/** Makes endless requests: another text, resident, place and key each time. */
async function requestsOf(database) {
  const people = await database.rows('SELECT id FROM resident')
  const tokens = await Promise.all(
    people.map(({ id }) =>
      database.token({ id, kind: 'resident', roles: ['resident'], departmentId: null, areaId: null }),
    ),
  )
  const grids = await database.rows("SELECT longitude, latitude FROM area WHERE level = 'grid'")
  let number = 0
  return (texts) => () => {
    number += 1
    const { longitude, latitude } = grids[number % grids.length]
    const address = `幸福路 ${number % 900} 号`
    const place = { latitude: Number(latitude), longitude: Number(longitude), address }
    return {
      method: 'POST',
      path: '/api/v1/needs',
      headers: { authorization: `Bearer ${tokens[number % tokens.length]}`, 'idempotency-key': randomUUID() },
      body: JSON.stringify({ text: `${texts[number % texts.length]}，${inLetters(number)}`, place }),
    }
  }
}

/** A number that the routing cannot take for a word, as it would 110 or 12345. */
const inLetters = (number) => String(number).replace(/\d/g, (digit) => 'abcdefghij'[digit])

/** Of the seed's texts those that the server dispatches at once, for these have all the rows; and one such need. */
async function dispatchedTexts(server, requests) {
  const seed = JSON.parse(readFileSync(new URL('../seed/needs.json', import.meta.url), 'utf8'))
  const texts = []
  let template
  for (const { text } of seed) {
    const request = requests([text])()
    const { status, text: answer } = await ask(server.port, request)
    if (status !== 201) throw new Error(`The server answered ${status}: ${answer}`)
    const need = JSON.parse(answer)
    if (need.state !== 'dispatched') continue
    texts.push(text)
    template ??= { id: need.id, key: request.headers['idempotency-key'] }
  }
  if (!template) throw new Error('None of the texts of the seed was dispatched.')
  return { texts, template }
}

/** How many rows each table has, all or those of one need. */
async function countRows(database, need) {
  const counts = tables.map(
    (table) => `(SELECT COUNT(*) FROM ${table} ${need ? whose(table, need) : ''}) AS ${table}`,
  )
  const [row] = await database.rows(`SELECT ${counts.join(', ')}`)
  return row
}

const whose = (table, { id, key }) =>
  ({ need: `WHERE id = '${id}'`, idempotency_key: `WHERE \`key\` = '${key}'` })[table] ??
  `WHERE need_id = '${id}'`

const minus = (after, before) =>
  Object.fromEntries(tables.map((table) => [table, after[table] - before[table]]))

function summary({ seconds: took, statuses, latencies }, processor) {
  const accepted = statuses.get(201) ?? 0
  return {
    perSecond: accepted / took,
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    processor: processor / accepted,
  }
}

function mistakesIn({ statuses }, written, perNeed) {
  const accepted = statuses.get(201) ?? 0
  const wrong = tables
    .filter((table) => written[table] !== accepted * perNeed[table])
    .map(
      (table) =>
        `${written[table]} rows in ${table} for ${accepted} accepted needs of ${perNeed[table]} each`,
    )
  const others = [...statuses].filter(([status]) => status !== 201)
  return [...wrong, ...others.map(([status, count]) => `${count} answers ${status}`)]
}

function report(results) {
  print(
    ['round', 'program', 'needs/s', 'p50 ms', 'p99 ms', 'CPU µs/need', 'ratio'],
    results.map(({ round, program, perSecond, p50, p99, processor }) => [
      round || 'warm-up',
      program.name,
      perSecond.toFixed(0),
      p50.toFixed(1),
      p99.toFixed(1),
      processor.toFixed(0),
      program.name === 'bare' ? '' : ratio(results, round, ({ perSecond: n }) => n).toFixed(2),
    ]),
  )
  const numbers = Array.from({ length: rounds }, (_, i) => i + 1)
  const speed = median(numbers.map((number) => ratio(results, number, ({ perSecond }) => perSecond)))
  const wait = median(numbers.map((number) => ratio(results, number, ({ p99 }) => p99)))
  const memory = Object.fromEntries(results.map(({ program }) => [program.name, peakMemory(program)]))
  printAims([
    { what: 'needs/s, server : bare', limit: '≥ 0.45', measured: speed.toFixed(2), isMet: speed >= 0.45 },
    { what: 'p99, server : bare', limit: '≤ 2', measured: wait.toFixed(2), isMet: wait <= 2 },
    {
      what: 'memory of the server, MB',
      limit: '≤ 220',
      measured: memory.server.toFixed(0),
      isMet: memory.server <= 220,
    },
    { what: 'memory of the bare program, MB', limit: '–', measured: memory.bare.toFixed(0), isMet: true },
  ])
}

/** Of one figure of a round, the server's by the bare program's. */
function ratio(results, number, figure) {
  const [server, bare] = ['server', 'bare'].map((name) =>
    results.find(({ round, program }) => round === number && program.name === name),
  )
  return figure(server) / figure(bare)
}

const stage = await openStage()
try {
  process.exitCode = await measure(await stage.database('submit', residents))
} finally {
  await stage.stop()
}
