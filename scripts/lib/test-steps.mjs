import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { findChromium, hasChineseFonts } from './machine.mjs'
import { findMariaDb, startMariaDb } from './mariadb.mjs'
import { pnpm, toolEnvironment } from './pnpm.mjs'
import { cacheFolder, inRoot, readIfThere } from './project.mjs'
import { logFile, run } from './run.mjs'
import { add, countOfJest, countOfTap, noTests } from './test-count.mjs'
import { failuresOfJest } from './test-failures.mjs'

/**
 * A step of `npm test`. `obstacle` says in words why it cannot run here and what helps; `run` throws or returns what
 * to report.
 * @typedef {{ name: string, said: string[] }} FailedTest
 * @typedef {{ count?: typeof noTests, failed?: FailedTest[], failure?: Error, remark?: string }} Result
 * @typedef {{ name: string, title: string, needs?: string[], obstacle?: () => string | undefined,
 *   run: () => Promise<Result> }} Step
 */

/** @type {Step[]} */
export const steps = [
  { name: 'build', title: '构建 shared 与 server', run: () => done(build('shared', 'server')) },
  { name: 'scripts', title: '脚本与代码规则的自检', needs: ['mariadb'], run: specsOfScripts },
  { name: 'lint', title: '代码检查与格式', run: () => done(pnpm(['lint'])) },
  { name: 'types', title: '类型检查', run: () => done(pnpm(['typecheck'])) },
  {
    name: 'generate',
    title: '生成的文件与代码一致',
    run: () => done(run(process.execPath, ['scripts/generate.mjs', '--check'])),
  },
  {
    name: 'unit',
    title: '单元测试：shared、miniapp',
    run: () => jest({ workspaces: ['shared', 'miniapp'] }),
  },
  { name: 'sqlite', title: '服务端测试（SQLite）', run: () => jest({ workspaces: ['server'] }) },
  {
    name: 'mariadb',
    title: '服务端测试（MariaDB）',
    needs: ['mariadb'],
    obstacle: noMariaDb,
    run: serverOnMariaDb,
  },
  { name: 'apps', title: '构建微信小程序与网页版', run: buildApps },
  {
    name: 'browser',
    title: '浏览器测试',
    needs: ['chromium', 'chineseFonts'],
    obstacle: noChromium,
    run: browserTests,
  },
]

/** @returns {Promise<Result>} */
const done = async (work) => {
  await work
  return {}
}

/** A build that is too heavy fails; how heavy both are is shown either way. */
async function buildApps() {
  await build('weapp', 'h5')
  await run(process.execPath, ['miniapp/scripts/size-table.mjs'])
  return {}
}

/** The tests' environment: nothing that the user set for a server of their own reaches them. */
function testEnvironment() {
  const settings = [...(readIfThere(inRoot('.env.example')) ?? '').matchAll(/^#? ?([A-Z_]+)=/gm)]
  const environment = toolEnvironment()
  for (const [, name] of settings) delete environment[name]
  return environment
}

const resultsFolder = join(cacheFolder, 'test-results')

/** Longer than jest's own 5 seconds, as in the server's own configuration: a busy machine is no failure. */
const patience = '--testTimeout=120000'

/**
 * Runs a script of workspaces that is jest, and counts.
 * @param {{ workspaces: string[], script?: string, env?: Record<string, string> }} what
 * @returns {Promise<Result>}
 */
async function jest({ workspaces, script = 'test', env = {} }) {
  mkdirSync(resultsFolder, { recursive: true })
  let count = noTests
  const failed = []
  let failure
  for (const workspace of workspaces) {
    const outputFile = join(resultsFolder, `${workspace}.json`)
    rmSync(outputFile, { force: true })
    const options = ['--json', `--outputFile=${outputFile}`, ...(script === 'test' ? [patience] : [])]
    const args = ['--filter', `@minsheng/${workspace}`, script, ...options]
    await pnpm(args, { env: { ...testEnvironment(), ...env } }).catch((error) => (failure ??= error))
    count = add(count, countOfJest(outputFile))
    failed.push(...failuresOfJest(outputFile))
  }
  return { count, failed, failure }
}

/** @returns {Promise<Result>} */
async function specsOfScripts() {
  const specs = readdirSync(inRoot('scripts'), { recursive: true }).filter((name) =>
    name.endsWith('.spec.mjs'),
  )
  const args = ['--test', '--test-reporter=tap', '--test-reporter-destination=stdout']
  const log = 'scripts'
  const failure = await run(process.execPath, [...args, ...specs.map((name) => join('scripts', name))], {
    log,
    env: testEnvironment(),
  }).then(
    () => undefined,
    (error) => error,
  )
  return { count: countOfTap(readFileSync(logFile(log), 'utf8')), failure }
}

/** A database that the user gives for the tests, where the machine has no MariaDB of its own. */
const givenDatabase = () => [process.env.DATABASE_URL].find((url) => /^(mysql|mariadb):/.test(url ?? ''))

function noMariaDb() {
  if (findMariaDb() || givenDatabase()) return undefined
  return '没有 MariaDB。安装 mariadb-server（Debian：apt-get install mariadb-server），或设置 DATABASE_URL=mariadb://用户:密码@主机:端口/库名'
}

async function serverOnMariaDb() {
  const database = findMariaDb() ? await startMariaDb() : { url: givenDatabase(), stop: () => {} }
  try {
    return await jest({ workspaces: ['server'], env: { TEST_DATABASE_URL: database.url } })
  } finally {
    await database.stop()
  }
}

function noChromium() {
  if (findChromium()) return undefined
  return '没有 Chromium。安装 chromium（Debian：apt-get install chromium fonts-noto-cjk），或设置 CHROMIUM_PATH=/路径/chromium'
}

async function browserTests() {
  await build('shared', 'server', 'weapp', 'h5')
  const env = { CHROMIUM_PATH: findChromium() }
  const speed = await jest({ workspaces: ['miniapp'], script: 'test:speed', env })
  const stories = await jest({ workspaces: ['miniapp'], script: 'test:browser', env })
  const remark = hasChineseFonts() ? undefined : '没有中文字体，截图中的汉字会显示为方框。安装 fonts-noto-cjk'
  return {
    count: add(speed.count, stories.count),
    failed: [...speed.failed, ...stories.failed],
    failure: speed.failure ?? stories.failure,
    remark,
  }
}
