import { pageOf, pageSize } from '../dist/platform/database/index.js'
import { ask, load } from './parts/load.mjs'
import { fillWith } from './parts/many-needs.mjs'
import { aDispatchedNeed } from './parts/one-need.mjs'
import { median, percentile, print, printAims } from './parts/report.mjs'
import { openStage, processorTime } from './parts/stage.mjs'

/**
 * `pnpm bench queue`: pages of one department's queue through the real route, among few and among many needs, beside
 * a bare program that reads the same rows, in turn. docs/benchmarks.md
 */
const isQuick = process.argv.includes('--quick')
const connections = 16
/** By count, of each page: a program that is not compiled yet is another program. */
const warmUp = { requests: isQuick ? 50 : 1000 }
/** Many short rounds, so that what else the machine does hits everything that is compared. */
const [rounds, seconds] = isQuick ? [1, 0.5] : [12, 0.7]
const sizes = isQuick ? [10_000, 20_000] : [10_000, 1_000_000]
/** Different pages of about the same depth, so that not always the same rows are asked for. */
const pagesAtDepth = 20

const places = [
  { name: 'pending, first page', state: 'pending', depth: 0 },
  { name: 'done, first page', state: 'done', depth: 0 },
  { name: 'done, 1,500 deep', state: 'done', depth: 1_500 },
  { name: 'done, 10,000 deep', state: 'done', depth: 10_000 },
  { name: 'all open, first page', state: undefined, depth: 0 },
]
const numberWords = new Intl.NumberFormat('en')

/** A database with so many needs, the server and the bare program on it, and the pages to ask for. */
async function scene(stage, size) {
  const database = await stage.database(`queue_${size}`, 1)
  const server = await database.server()
  const department = await fillWith(database, await aDispatchedNeed(database, server), size)
  const handler = {
    id: department,
    kind: 'staff',
    roles: ['handler'],
    departmentId: department,
    areaId: null,
  }
  const token = await database.token(handler)
  const bare = await database.bare('bare-queue.mjs')
  const pages = []
  for (const place of places) {
    const cursors = place.depth === 0 ? [''] : await cursorsAt(database, department, place)
    if (cursors.length > 0) pages.push({ place, cursors })
  }
  await database.close()
  const programs = [
    { name: 'server', size, ...server, request: (state, cursor) => serverRequest(token, state, cursor) },
    // The bare program knows one state at a time.
    {
      name: 'bare',
      size,
      ...bare,
      request: (state, cursor) => state && bareRequest(department, state, cursor),
    },
  ]
  return { size, programs, pages }
}

/** Cursors as the server makes them, of pages that end about so many rows deep; none when there are not so many. */
async function cursorsAt(database, department, { state, depth }) {
  const rows = await database.rows(
    `SELECT id, due_at FROM work_order WHERE department_id = ? AND state = ? ORDER BY due_at, id LIMIT ? OFFSET ?`,
    [department, state, pagesAtDepth + 2 * pageSize, depth - pageSize],
  )
  if (rows.length < pagesAtDepth + 2 * pageSize) return []
  return Array.from({ length: pagesAtDepth }, (_, page) => {
    const read = rows.slice(page, page + pageSize + 1)
    return pageOf(read, ({ due_at: at, id }) => ({ at: new Date(`${at.replace(' ', 'T')}Z`), id }), String)
      .nextCursor
  })
}

const serverRequest = (token, state, cursor) => ({
  method: 'GET',
  path: `/api/v1/work-orders?${parameters({ state, cursor })}`,
  headers: { authorization: `Bearer ${token}` },
})
const bareRequest = (department, state, cursor) => ({
  method: 'GET',
  path: `/queue?${parameters({ department, state, cursor })}`,
})
const parameters = (given) => String(new URLSearchParams(Object.entries(given).filter(([, value]) => value)))

/** What is wrong with the pages: they must be full, and of both programs the same. */
async function mistakesOn({ programs, pages, size }) {
  const mistakes = []
  for (const { place, cursors } of pages) {
    const shown = []
    for (const { port, request } of programs) {
      const asked = request(place.state, cursors[0])
      if (asked) shown.push(await idsShown(port, asked))
    }
    const isRight = shown.every((ids) => ids.length === pageSize && ids.join() === shown[0].join())
    if (!isRight)
      mistakes.push(`${place.name} of ${size}: ${shown.map((ids) => ids.join(' ')).join(' against ')}`)
  }
  return mistakes
}

async function idsShown(port, request) {
  const { status, text } = await ask(port, request)
  if (status !== 200) return [`answered ${status}: ${text}`]
  return JSON.parse(text).items.map(({ id }) => id)
}

async function measure(scenes) {
  const results = []
  const round = async (number, howLong) => {
    for (const place of places)
      for (const { programs, pages, size } of scenes)
        for (const program of programs) {
          const cursors = pages.find((page) => page.place === place)?.cursors
          if (!cursors || !program.request(place.state, cursors[0])) continue
          const requests = cursors.map((cursor) => program.request(place.state, cursor))
          results.push({
            number,
            place,
            size,
            name: program.name,
            ...(await answersOf(program, requests, howLong)),
          })
        }
  }
  await round(0, warmUp)
  for (let number = 1; number <= rounds; number += 1) await round(number, { seconds })
  return results
}

async function answersOf(program, requests, howLong) {
  let asked = 0
  const used = processorTime(program)
  const measured = await load({
    port: program.port,
    connections,
    ...howLong,
    next: () => requests[(asked += 1) % requests.length],
  })
  const answers = measured.statuses.get(200) ?? 0
  return {
    refused: measured.latencies.length - answers,
    perSecond: answers / measured.seconds,
    p50: percentile(measured.latencies, 50),
    p99: percentile(measured.latencies, 99),
    processor: (processorTime(program) - used) / answers,
  }
}

/** The median over the rounds of one figure. */
const figureOf = (results, which, figure) =>
  median(
    results.filter((result) => result.number > 0 && matches(result, which)).map((result) => result[figure]),
  )
const matches = (result, which) => Object.entries(which).every(([key, value]) => result[key] === value)

/** How many times as long one takes as the other: of pages in the same round, the median over the rounds. */
function timesAsLong(results, one, other) {
  const find = (number, which) => results.find((result) => matches(result, { ...which, number }))?.perSecond
  const ratios = Array.from({ length: rounds }, (_, i) => find(i + 1, other) / find(i + 1, one))
  return median(ratios)
}

function report(results) {
  const lines = places.flatMap((place) =>
    sizes.flatMap((size) =>
      ['server', 'bare'].map((name) => ({ which: { place, size, name }, place, size, name })),
    ),
  )
  print(
    ['page', 'needs', 'program', 'pages/s', 'p50 ms', 'p99 ms', 'CPU µs/page'],
    lines
      .filter(({ which }) => results.some((result) => matches(result, which)))
      .map(({ which, place, size, name }) => [
        place.name,
        numberWords.format(size),
        name,
        figureOf(results, which, 'perSecond').toFixed(0),
        figureOf(results, which, 'p50').toFixed(2),
        figureOf(results, which, 'p99').toFixed(2),
        figureOf(results, which, 'processor').toFixed(0),
      ]),
  )
  printAims(aimsFor(results))
}

function aimsFor(results) {
  const [few, many] = sizes
  const server = (place, size) => ({ place, size, name: 'server' })
  const bare = (place, size) => ({ place, size, name: 'bare' })
  const atMost = (what, limit, one, other) => {
    const measured = timesAsLong(results, one, other)
    return { what, limit: `≤ ${limit}`, measured: measured.toFixed(2), isMet: measured <= limit }
  }
  const isThere = ({ limit, measured }) => limit && measured !== 'NaN'
  const [, first] = places
  const deep = places
    .filter(({ depth }) => depth > 0)
    .map((place) =>
      atMost(`${place.name} : first page, of many`, 1.2, server(place, many), server(first, many)),
    )
  const larger = places.map((place) =>
    atMost(`${place.name}, many : few`, 1.2, server(place, many), server(place, few)),
  )
  const besideBare = places.map((place) => {
    const measured = 1 / timesAsLong(results, server(place, many), bare(place, many))
    return {
      what: `${place.name}, server : bare`,
      limit: '≥ 0.5',
      measured: measured.toFixed(2),
      isMet: measured >= 0.5,
    }
  })
  return [...deep, ...larger, ...besideBare].filter(isThere)
}

const stage = await openStage()
try {
  const scenes = []
  for (const size of sizes) scenes.push(await scene(stage, size))
  const mistakes = (await Promise.all(scenes.map(mistakesOn))).flat()
  const results = mistakes.length > 0 ? [] : await measure(scenes)
  if (results.length > 0) report(results)
  for (const { name, place, refused } of results)
    if (refused > 0) mistakes.push(`${name}, ${place.name}: ${refused} requests were refused`)
  for (const line of mistakes) console.error(line)
  if (mistakes.length === 0) console.log('Both programs show the same full pages, and refused none.')
  process.exitCode = mistakes.length === 0 ? 0 : 1
} finally {
  await stage.stop()
}
