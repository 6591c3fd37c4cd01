import { bareSweep } from './parts/bare-clocks.mjs'
import { fillWithClocks, makeDue } from './parts/many-clocks.mjs'
import { median, percentile, print, printAims } from './parts/report.mjs'
import { openStage } from './parts/stage.mjs'
import { Deadlines, Timers, Timetable } from '../dist/deadlines/index.js'
import { TimerClaims } from '../dist/deadlines/timer-claims.js'
import { TimerEngine } from '../dist/deadlines/timer-engine.js'
import { openDatabase } from '../dist/database.js'
import { UnitOfWork } from '../dist/platform/database/index.js'
import { Present } from '../dist/platform/present.js'

/**
 * `pnpm bench clocks`: sweeps of the timers among many open clocks, with nothing due and with many, beside a bare
 * program that reads the same range and writes the same rows, in turn. docs/benchmarks.md
 */
const isQuick = process.argv.includes('--quick')
const open = isQuick ? 20_000 : 1_000_000
const due = isQuick ? 1_000 : 10_000
const rounds = isQuick ? 1 : 3
const idleSweeps = isQuick ? 50 : 300
/** By count: a program that is not compiled yet is another program. */
const warmUp = 300

async function measure(database) {
  await fillWithClocks(database, open)
  const { dataSource, readSource } = await openDatabase(database.config)
  const programs = [
    { name: 'timers', sweep: await timersOf(dataSource, readSource) },
    { name: 'bare', sweep: await bareSweep(database.config.databaseUrl) },
  ]
  for (const { sweep } of programs) for (let i = 0; i < warmUp; i += 1) await sweep()
  const results = []
  for (let round = 1; round <= rounds; round += 1)
    for (const program of programs) results.push({ round, ...(await oneRound(database, program)) })
  for (const { sweep } of programs) await sweep.close?.()
  await readSource.destroy()
  await dataSource.destroy()
  await database.close()
  report(results)
  const mistakes = results.flatMap(({ name, mistakes: own }) => own.map((line) => `${name}: ${line}`))
  if (mistakes.length === 0) console.log('Every stage that was due was carried out once, and no other.')
  for (const line of mistakes) console.error(line)
  return mistakes.length === 0 ? 0 : 1
}

/** The server's own timers, as they are put together by its modules. @returns one sweep of them */
async function timersOf(dataSource, readSource) {
  const unitOfWork = new UnitOfWork(dataSource, readSource)
  const present = new Present()
  const timetable = new Timetable(unitOfWork)
  await timetable.reload()
  const claims = new TimerClaims(unitOfWork, present, new Deadlines(timetable, unitOfWork))
  const engine = new TimerEngine(unitOfWork, claims, new Timers(), present)
  return () => engine.sweep()
}

async function oneRound(database, { name, sweep }) {
  const idle = []
  for (let i = 0; i < idleSweeps; i += 1) idle.push((await timed(sweep)).took)
  const before = await counts(database)
  await makeDue(database, due)
  const busy = await timed(sweep)
  const after = await counts(database)
  idle.sort((a, b) => a - b)
  return {
    name,
    idle: percentile(idle, 50),
    idleTail: percentile(idle, 99),
    busy: busy.took / 1000,
    mistakes: [
      ...(busy.result === due ? [] : [`${busy.result} stages carried out of ${due}`]),
      ...(after.posted - before.posted === due ? [] : [`${after.posted - before.posted} rows in the outbox`]),
      ...(after.due === 0 ? [] : [`${after.due} still due`]),
    ],
  }
}

async function timed(work) {
  const began = performance.now()
  const result = await work()
  return { result, took: performance.now() - began }
}

async function counts(database) {
  const [row] = await database.rows(
    `SELECT (SELECT COUNT(*) FROM outbox) AS posted,
            (SELECT COUNT(*) FROM clock WHERE next_at <= UTC_TIMESTAMP(3)) AS due`,
  )
  return row
}

function report(results) {
  print(
    ['round', 'program', 'nothing due, ms', 'p99 ms', `${due} due, s`, 'stages/s'],
    results.map(({ round, name, idle, idleTail, busy }) => [
      round,
      name,
      idle.toFixed(2),
      idleTail.toFixed(2),
      busy.toFixed(2),
      (due / busy).toFixed(0),
    ]),
  )
  const of = (name, figure) =>
    median(results.filter((result) => result.name === name).map((result) => result[figure]))
  const [idle, busy] = [of('timers', 'idle'), of('timers', 'busy')]
  const ratio = (figure) => (of('bare', figure) / of('timers', figure)).toFixed(2)
  printAims([
    { what: 'a sweep with nothing due, ms', limit: '≤ 5', measured: idle.toFixed(2), isMet: idle <= 5 },
    { what: `${due} that are due, s`, limit: '≤ 30', measured: busy.toFixed(2), isMet: busy <= 30 },
    { what: 'sweeps/s, timers : bare', limit: '–', measured: ratio('idle'), isMet: true },
    { what: 'stages/s, timers : bare', limit: '–', measured: ratio('busy'), isMet: true },
  ])
}

const stage = await openStage()
try {
  process.exitCode = await measure(await stage.database('clocks'))
} finally {
  await stage.stop()
}
