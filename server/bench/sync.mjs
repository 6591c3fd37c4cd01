import { randomUUID } from 'node:crypto'
import { newId } from '../dist/platform/database/index.js'
import { ask } from './parts/load.mjs'
import { median, print, printAims } from './parts/report.mjs'
import { openStage, processorTime } from './parts/stage.mjs'

/**
 * `pnpm bench sync`: 500 operations of a grid worker's phone in one request through the real route, beside a bare
 * program that writes the rows of 500 visits, in turn. docs/benchmarks.md
 */
const isQuick = process.argv.includes('--quick')
const rounds = isQuick ? 2 : 8
const warmUps = isQuick ? 1 : 3
const size = 500
const households = 300
const aim = 2

/** Batches as phones send them: what most are made of, and the dearest ones. */
const mixes = [
  { name: '500 visits', kinds: ['visit.record'] },
  {
    name: '500 of a week: visits, changes, reports, needs',
    kinds: [
      ...Array(7).fill('visit.record'),
      ...['household.change', 'task.report'],
      ...Array(7).fill('visit.record'),
      ...['household.change', 'task.report', 'task.report', 'need.file'],
    ],
  },
  { name: '500 needs', kinds: ['need.file'] },
]

async function scene(database) {
  const [worker] = await database.rows(
    "SELECT staff.id AS id, area_id AS grid FROM staff JOIN area ON area.id = area_id WHERE level = 'grid' AND roles LIKE '%gridWorker%' LIMIT 1",
  )
  const at = new Date()
  const ids = Array.from({ length: households }, () => newId(at))
  const rows = ids.map((id, index) => [
    ...[
      id,
      worker.grid,
      `${1 + Math.floor(index / 24)} 号楼`,
      '1 单元',
      String(100 + (index % 24)),
      `m-${id}`,
    ],
    ...['[]', at, 1, index + 1],
  ])
  await database.rows(
    'INSERT INTO household (id, grid_id, building, unit, room, door_code, marks, unvisited_since, version, change_number) VALUES ?',
    [rows],
  )
  const taskId = newId(at)
  await database.rows(
    'INSERT INTO grid_task (id, assignment_id, grid_id, kind, scope, title, text, choices, due_on, total, reported, change_number) VALUES (?)',
    [
      [
        taskId,
        newId(at),
        worker.grid,
        'check',
        'household',
        '检查',
        '检查',
        '[]',
        '2099-12-31',
        households,
        0,
        301,
      ],
    ],
  )
  await database.rows('INSERT INTO grid_book (grid_id, changes, households) VALUES (?)', [
    [worker.grid, 301, households],
  ])
  const person = {
    id: worker.id,
    kind: 'staff',
    roles: ['gridWorker'],
    departmentId: null,
    areaId: worker.grid,
  }
  return { worker, ids, taskId, token: await database.token(person), versions: new Map() }
}

/** The next operations of a mix: over the doors of the grid, one after the other. */
function batch({ ids, taskId, versions }, { kinds }) {
  return Array.from({ length: size }, (_, index) => {
    const householdId = ids[index % ids.length]
    const kind = kinds[index % kinds.length]
    const typed = { id: randomUUID(), kind, recordedAt: new Date().toISOString(), clockOffset: 0 }
    if (kind === 'household.change') {
      const baseVersion = versions.get(householdId) ?? 1
      versions.set(householdId, baseVersion + 1)
      return { ...typed, baseVersion, body: { householdId, note: `第 ${baseVersion} 次修改` } }
    }
    return { ...typed, body: bodyOf[kind](householdId, index, taskId) }
  })
}
const bodyOf = {
  'visit.record': (householdId, index) => ({
    ...{
      householdId,
      meeting: index % 5 === 0 ? 'nobodyHome' : 'met',
      said: '家里都好，想问社区食堂什么时候开',
    },
    ...{ tags: ['wellbeing', 'elderly'], nextVisitOn: null, place: { latitude: 36.02, longitude: 117.93 } },
  }),
  'need.file': (householdId, index) => ({
    ...{ householdId, phone: `198${String(index).padStart(8, '0')}` },
    text: '工地夜里施工噪音太大，半夜还在打桩，老人孩子睡不着',
  }),
  'task.report': (householdId, _, taskId) => ({ taskId, householdId, words: '没有隐患' }),
}

async function timed(program, request, operations) {
  const used = processorTime(program)
  const begin = performance.now()
  const { status, text } = await ask(program.port, { ...request, body: JSON.stringify({ operations }) })
  const seconds = (performance.now() - begin) / 1000
  if (status !== 200) throw new Error(`${program.name} answered ${status}: ${text}`)
  return { seconds, processor: (processorTime(program) - used) / 1000, results: JSON.parse(text).results }
}

const assertAll = (outcome, { results }) => {
  const other = results.find((result) => result.outcome !== outcome)
  if (other || results.length !== size)
    throw new Error(`not all ${size} are ${outcome}: ${JSON.stringify(other)}`)
}

async function measure(database) {
  const stage = await scene(database)
  const server = { name: 'server', ...(await database.server()) }
  const bare = { name: 'bare', ...(await database.bare('bare-sync.mjs', { WORKER: stage.worker.id })) }
  const request = {
    method: 'POST',
    path: '/api/v1/sync',
    headers: { authorization: `Bearer ${stage.token}` },
  }
  const taken = []
  for (let round = 1 - warmUps; round <= rounds; round += 1) {
    const note = (name, program, { seconds, processor }) =>
      round > 0 && taken.push({ name, program, seconds, processor })
    for (const mix of mixes) {
      const operations = batch(stage, mix)
      const first = await timed(server, request, operations)
      assertAll('done', first)
      note(mix.name, 'server', first)
      if (mix !== mixes[0]) continue
      const again = await timed(server, request, operations)
      assertAll('duplicate', again)
      note(`${mix.name}, once more`, 'server', again)
      const written = await timed(bare, request, batch(stage, mix))
      assertAll('done', written)
      note(mix.name, 'bare', written)
    }
  }
  await database.close()
  report(taken)
}

function report(taken) {
  const lines = [...new Set(taken.map(({ name, program }) => `${name}|${program}`))].map((key) => {
    const [name, program] = key.split('|')
    const own = taken.filter((each) => each.name === name && each.program === program)
    const of = (figure) => own.map((each) => each[figure])
    return {
      name,
      program,
      seconds: median(of('seconds')),
      longest: Math.max(...of('seconds')),
      processor: median(of('processor')),
    }
  })
  print(
    ['request', 'program', 'median s', 'longest s', 'CPU ms'],
    lines.map(({ name, program, seconds, longest, processor }) => [
      ...[name, program, seconds.toFixed(2), longest.toFixed(2), processor.toFixed(0)],
    ]),
  )
  printAims(
    lines
      .filter(({ program }) => program === 'server')
      .map(({ name, seconds }) => ({
        ...{ what: name, limit: `≤ ${aim} s`, measured: `${seconds.toFixed(2)} s`, isMet: seconds <= aim },
      })),
  )
}

const stage = await openStage()
try {
  await measure(await stage.database('sync'))
} finally {
  await stage.stop()
}
