import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { AppModule } from '../dist/app.module.js'
import { openDatabase } from '../dist/database.js'
import { TopicMaking } from '../dist/lookalikes/topic-making.js'
import { Present } from '../dist/platform/present.js'
import { ask } from './parts/load.mjs'
import { chance, multiply } from './parts/many-needs.mjs'
import { median, percentile, print, printAims } from './parts/report.mjs'
import { openStage } from './parts/stage.mjs'

/**
 * `pnpm bench lookalikes`: look-alikes by the real route among 100,000 needs of five weeks, beside a query that measures
 * the distance of each; then the topics of the week, beside a bare reading of the same texts. docs/benchmarks.md
 */
const isQuick = process.argv.includes('--quick')
const count = isQuick ? 10_000 : 100_000
const asked = isQuick ? 40 : 300
const days = 35

/** Texts of our own for the routing, each half of one with half of another, at a place. */
function texts(places) {
  const folder = new URL('../routing-corpus/', import.meta.url)
  const lines = readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n').filter(Boolean))
    .map((line) => line.split('\t')[1])
  return (n) => {
    const [one, other] = [lines[(n * 7919) % lines.length], lines[(n * 104_729 + 13) % lines.length]]
    return `${places[(n * 31) % places.length]}，${one}。${other.slice(0, 40)}`
  }
}

async function fill(database, need, textOf) {
  await database.rows('SET GLOBAL innodb_flush_log_at_trx_commit = 2')
  await database.rows('CREATE TABLE bench_text (n INT PRIMARY KEY, words TEXT)')
  for (let from = 1; from <= count; from += 2000) {
    const rows = Array.from({ length: Math.min(2000, count - from + 1) }, (_, i) => [
      from + i,
      textOf(from + i),
    ])
    await database.rows('INSERT INTO bench_text VALUES ?', [rows])
  }
  const categories = await database.rows('SELECT id, parent_id FROM category WHERE level = 2')
  const communities = await database.rows("SELECT id FROM area WHERE level = 'community'")
  const oneOf = (values, what) =>
    `ELT(1 + FLOOR(${values.length} * ${chance(what)}), ${values.map((value) => `'${value}'`).join(',')})`
  // Twice as dense towards one corner as on average, some ten kilometres wide.
  const along = (what, from) => `ROUND(${from} + POW(${chance(what)}, 1.5) * 0.09, 6)`
  const [latitude, longitude] = [along('latitude', 35.97), along('longitude', 117.9)]
  const words = '(SELECT words FROM bench_text WHERE n = seq)'
  const filed = `UTC_TIMESTAMP(3) - INTERVAL FLOOR((${count} - seq) * ${days * 86_400} / ${count} + 60) SECOND`
  const shared = {
    category_id: oneOf(
      categories.map(({ id }) => id),
      'category',
    ),
    field_id: oneOf(
      categories.map((row) => row.parent_id),
      'category',
    ),
    community_id: oneOf(
      communities.map(({ id }) => id),
      'place',
    ),
    wgs_latitude: latitude,
    wgs_longitude: longitude,
  }
  const needId = "CONCAT('01N', LPAD(seq, 23, '0'))"
  await multiply(database, 'need', need, count, {
    ...shared,
    id: needId,
    receipt_no: "CONCAT('MS20260101-', LPAD(seq, 8, '0'))",
    resident_id: "CONCAT('01R', LPAD(FLOOR(seq / 3), 23, '0'))",
    title: `LEFT(${words}, 24)`,
    text: words,
    submitted_at: filed,
  })
  const like = {
    id: '',
    need_id: '',
    cell: '',
    at: '',
    ...Object.fromEntries(Object.keys(shared).map((key) => [key, ''])),
  }
  await multiply(database, 'lookalike', like, count, {
    ...shared,
    id: "CONCAT('01L', LPAD(seq, 23, '0'))",
    need_id: needId,
    cell: `CONCAT(FLOOR(${latitude} / 0.0025), ':', FLOOR(${longitude} / 0.004))`,
    at: filed,
  })
  await database.rows('ANALYZE TABLE need, lookalike')
  await database.rows('SET GLOBAL innodb_flush_log_at_trx_commit = 1')
}

/** Asks the route, and for the same place the query that looks at each. Milliseconds of each, and what was shown. */
async function candidates(database, port, token, textOf) {
  const times = { route: [], scan: [], shown: 0 }
  for (let n = 0; n < asked; n += 1) {
    const [row] = await database.rows('SELECT * FROM lookalike WHERE id = ?', [
      `01L${String(1 + ((n * 7907) % count)).padStart(23, '0')}`,
    ])
    const [latitude, longitude] = [Number(row.wgs_latitude), Number(row.wgs_longitude)]
    const body = {
      text: textOf(n * 17 + 5),
      place: { latitude: latitude + 0.0006, longitude: longitude + 0.006 },
    }
    let began = performance.now()
    const answer = await ask(port, {
      method: 'POST',
      path: '/api/v1/lookalikes',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
    times.route.push(performance.now() - began)
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`)
    times.shown += JSON.parse(answer.text).items.length
    if (n % 10 > 0) continue
    began = performance.now()
    await database.rows(
      `SELECT id, title, text FROM need WHERE field_id = ? AND submitted_at > UTC_TIMESTAMP(3) - INTERVAL 90 DAY
       AND ST_Distance_Sphere(POINT(wgs_longitude, wgs_latitude), POINT(?, ?)) <= 250
       ORDER BY submitted_at DESC LIMIT 200`,
      [row.field_id, longitude, latitude],
    )
    times.scan.push(performance.now() - began)
  }
  for (const name of ['route', 'scan']) times[name].sort((a, b) => a - b)
  return times
}

/** Makes the topics of the week in this process, by the program's own parts, and reads the same texts bare. Seconds. */
async function topics(database) {
  const { config } = database
  const surroundings = { config, present: new Present(), ...(await openDatabase(config)) }
  const app = await NestFactory.createApplicationContext(AppModule.in(surroundings), { logger: ['error'] })
  const making = app.get(TopicMaking)
  let longest = 0
  let last = performance.now()
  const pulse = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 1)
  let began = performance.now()
  const made = await making.make(new Date())
  const seconds = (performance.now() - began) / 1000
  clearInterval(pulse)
  began = performance.now()
  await database.rows(
    'SELECT id, title, text, resident_id, community_id, category_id, submitted_at FROM need',
  )
  const reading = (performance.now() - began) / 1000
  await app.close()
  return { made, seconds, reading, longest }
}

async function aDispatchedNeed(database, port, token) {
  const [area] = await database.rows("SELECT id FROM area WHERE level = 'community' LIMIT 1")
  const answer = await ask(port, {
    method: 'POST',
    path: '/api/v1/needs',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ text: '小区门口的路灯坏了三天，晚上老人出门看不清路', areaId: area.id }),
  })
  const [need] = await database.rows('SELECT * FROM need WHERE id = ?', [JSON.parse(answer.text).id])
  if (need?.state !== 'dispatched') throw new Error(`The need was not dispatched: ${answer.text}`)
  return need
}

const stage = await openStage()
try {
  const database = await stage.database('lookalikes', 1)
  const { port } = await database.server()
  const [{ id }] = await database.rows('SELECT id FROM resident LIMIT 1')
  const token = await database.token({
    id,
    kind: 'resident',
    roles: ['resident'],
    departmentId: null,
    areaId: null,
  })
  const areas = await database.rows("SELECT name FROM area WHERE level IN ('community', 'street')")
  const textOf = texts(areas.map(({ name }) => name))
  await fill(database, await aDispatchedNeed(database, port, token), textOf)
  const { route, scan, shown } = await candidates(database, port, token, textOf)
  const { made, seconds, reading, longest } = await topics(database)
  const milliseconds = (value) => `${value.toFixed(1)} ms`
  print(
    [`of ${count} needs`, 'median', 'p99'],
    [
      ['look-alikes by the route', milliseconds(median(route)), milliseconds(percentile(route, 99))],
      ['a scan by distance', milliseconds(median(scan)), milliseconds(percentile(scan, 99))],
      ['topics of the week', `${seconds.toFixed(1)} s`, `${made} topics`],
      ['a bare reading of the texts', `${reading.toFixed(1)} s`, ''],
    ],
  )
  console.log(
    `${(shown / asked).toFixed(1)} shown each; the longest without an answer ${longest.toFixed(0)} ms\n`,
  )
  const aim = (what, limit, measured, unit) => ({
    what,
    limit: `≤ ${limit} ${unit}`,
    measured: `${measured.toFixed(1)} ${unit}`,
    isMet: measured <= limit,
  })
  printAims([
    aim('look-alikes, median', 30, median(route), 'ms'),
    aim('look-alikes, p99', 30, percentile(route, 99), 'ms'),
    aim('look-alikes : scan', 0.5, median(route) / median(scan), ''),
    aim('topics of a week', 10, seconds, 's'),
  ])
  if (shown === 0) {
    console.error('Nothing was shown: there is nothing to measure.')
    process.exitCode = 1
  }
  await database.close()
} finally {
  await stage.stop()
}
