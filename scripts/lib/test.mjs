import { constants } from 'node:os'
import { parseArgs } from 'node:util'
import { findChromium, hasChineseFonts, installPackages, mayInstallPackages } from './machine.mjs'
import { findMariaDb } from './mariadb.mjs'
import { install } from './pnpm.mjs'
import { CommandFailed, stopCommands } from './run.mjs'
import { add, inWords, noTests } from './test-count.mjs'
import { steps } from './test-steps.mjs'

const marks = { passed: '✓', failed: '✗', skipped: '–' }

/** What a step can need of the machine: how to see that it is there, and the Debian package that brings it. */
const needs = {
  // The core packages hold the programs and start no service.
  mariadb: {
    isThere: () => findMariaDb() !== undefined,
    packages: ['mariadb-server-core', 'mariadb-client-core'],
  },
  chromium: { isThere: () => findChromium() !== undefined, packages: ['chromium'] },
  chineseFonts: { isThere: hasChineseFonts, packages: ['fonts-noto-cjk'] },
}

/**
 * Runs the steps, all of them or those after `--only`, and reports.
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function test(args) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupt)
  const chosen = choose(args)
  if (chosen === undefined) return 2
  try {
    await install()
  } catch (error) {
    console.error(`${why(error)}\n${inWords({ ...noTests, failed: 1 })}`)
    return 1
  }
  await provide(chosen)
  const reports = []
  for (const step of chosen) reports.push(await perform(step))
  return conclude(reports)
}

function interrupt(signal) {
  stopCommands()
  process.exit(128 + constants.signals[signal])
}

/** @returns the steps to run, or undefined after saying what is wrong */
function choose(args) {
  const { only } = parseArgs({ args, options: { only: { type: 'string' } } }).values
  if (only === undefined) return steps
  const names = only.split(',')
  const unknown = names.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length === 0) return steps.filter((step) => names.includes(step.name))
  console.error(`没有这些步骤：${unknown.join('、')}。可选：${steps.map(({ name }) => name).join('、')}`)
  return undefined
}

/** Installs what the chosen steps need and the machine lacks, where that is ours to do. */
async function provide(chosen) {
  const missing = [...new Set(chosen.flatMap((step) => step.needs ?? []))].filter(
    (name) => !needs[name].isThere(),
  )
  if (missing.length === 0 || !mayInstallPackages()) return
  try {
    await installPackages(missing.flatMap((name) => needs[name].packages))
  } catch (error) {
    console.error(why(error)) // the steps that need it say the rest
  }
}

/** Runs one step: `{ step, outcome, seconds, count, failed, remark }`. */
async function perform(step) {
  console.log(`\n━━ ${step.name} · ${step.title} ━━`)
  const start = Date.now()
  const report = (outcome, { count = noTests, failed = [], remark } = {}) => {
    console.log(`${marks[outcome]} ${step.name}`)
    return { step, outcome, count, failed, remark, seconds: (Date.now() - start) / 1000 }
  }
  const obstacle = step.obstacle?.()
  if (obstacle) return report('skipped', { remark: obstacle })
  try {
    const { count, failed, failure, remark } = await step.run()
    if (failure) throw Object.assign(failure, { count, failed })
    return report('passed', { count, remark })
  } catch (error) {
    console.error(why(error))
    return report('failed', { count: error.count, failed: error.failed })
  }
}

const why = (error) =>
  error instanceof CommandFailed
    ? [error.tail(), error.message, error.log].filter(Boolean).join('\n')
    : error.stack

/** Prints the list of steps, what to know, and the sum; a skipped step fails only where CI=true. */
function conclude(reports) {
  console.log('\n━━ 结果 ━━')
  for (const { step, outcome, seconds, count } of reports) {
    const tests = count === noTests ? '' : `  ${inWords(count)}`
    console.log(
      `${marks[outcome]} ${step.name.padEnd(9)} ${seconds.toFixed(1).padStart(6)} 秒  ${step.title}${tests}`,
    )
  }
  for (const { step, outcome, remark } of reports) {
    if (remark) console.log(`${outcome === 'skipped' ? '跳过' : '注意'} ${step.name}：${remark}`)
  }
  // At the end, where it is found: a long log may be kept in part.
  for (const { name, said } of reports.flatMap(({ failed }) => failed)) {
    console.log([`${marks.failed} ${name}`, ...said].join('\n    '))
  }
  console.log(inWords(reports.map(countOfReport).reduce(add, noTests)))
  const isStrict = process.env.CI === 'true'
  return reports.some(({ outcome }) => outcome === 'failed' || (isStrict && outcome === 'skipped')) ? 1 : 0
}

/** A step that failed or was skipped without a test that says so counts as one. */
const countOfReport = ({ outcome, count }) =>
  outcome !== 'passed' && count[outcome] === 0 ? { ...count, [outcome]: 1 } : count
