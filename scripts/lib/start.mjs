import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { build } from './build.mjs'
import { install } from './pnpm.mjs'
import { inRoot, root } from './project.mjs'
import { CommandFailed, stopCommands } from './run.mjs'

/** Brings everything up to date and runs the server until it ends; the process ends with its exit code. */
export async function start() {
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'))
  try {
    await install()
    await build('shared', 'server', 'h5')
  } catch (error) {
    process.exit(explain(error))
  }
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
  process.exit(await serve())
}

function interrupt(signal) {
  stopCommands()
  process.exit(128 + constants.signals[signal])
}

/** Says which step failed and where to read on. */
function explain(error) {
  if (!(error instanceof CommandFailed)) throw error
  console.error(`\n${error.tail()}\n\n启动失败：${error.message}\n完整日志：${error.log}`)
  if (/node-gyp|better-sqlite3/.test(error.tail(200))) {
    console.error(
      'better-sqlite3 需要编译工具：python3、make、g++（Debian：apt-get install -y python3 make g++）',
    )
  }
  return 1
}

/**
 * Runs the server on this terminal and hands on the first signal of each kind.
 * @param {string} [program]
 * @returns {Promise<number>} its exit code
 */
export function serve(program = 'server/dist/main.js') {
  const server = spawn(process.execPath, [program], { cwd: root, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => passOn(server, signal))
  return new Promise((resolve) => {
    server.once('error', (error) => {
      console.error(`无法启动服务端：${error.message}`)
      resolve(1)
    })
    server.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

/** A terminal sends Ctrl-C to the whole group, so the server has it already. */
function passOn(server, signal) {
  process.on(signal, () => {}) // a second one must not end us before the server has ended
  if (signal === 'SIGINT' && process.stdin.isTTY) return
  server.kill(signal)
}
