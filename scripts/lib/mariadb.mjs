import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { findProgram } from './machine.mjs'

const database = 'minsheng'
const password = 'only-for-tests'
const readyWithin = 60_000

/** The programs that it takes, or undefined when the machine lacks one. */
export function findMariaDb() {
  const server = findProgram('mariadbd', 'mysqld')
  const installer = findProgram('mariadb-install-db', 'mysql_install_db')
  const isComplete = server && installer && findProgram('my_print_defaults') // the installer asks for it
  return isComplete ? { server, installer } : undefined
}

/**
 * Starts a MariaDB of our own on a fresh data folder and a free port of 127.0.0.1. It ends, and its folder goes,
 * with `stop()` or when this process ends in whatever way.
 * @param {{ dir?: string, durable?: boolean }} [options] `dir`: where the data folder is made, the system's temporary
 *   folder by default. `durable`: every commit reaches the disk, as in production; without it the disk is not
 *   waited for, which is right for tests alone.
 * @returns {Promise<{ url: string, socket: string, port: number, stop(): Promise<void> }>}
 */
export async function startMariaDb({ dir = tmpdir(), durable = false } = {}) {
  const programs = findMariaDb()
  if (!programs) throw new Error('MariaDB is not installed: mariadbd and mariadb-install-db are not on PATH.')
  const folder = mkdtempSync(join(dir, 'minsheng-mariadb-'))
  const port = await freePort()
  const socket = join(folder, 'socket')
  const guard = startGuard(folder)
  try {
    createDataFolder(programs.installer, folder)
    guard.stdin.write(
      `${JSON.stringify([programs.server, ...serverOptions({ folder, port, socket, durable })])}\n`,
    )
    await untilReady(guard, port, folder)
  } catch (error) {
    await stop(guard)
    throw error
  }
  return {
    url: `mariadb://root:${password}@127.0.0.1:${port}/${database}`,
    socket,
    port,
    stop: () => stop(guard),
  }
}

/** The guard starts the server, and ends it and removes the folder as soon as its input closes. */
function startGuard(folder) {
  const guard = spawn(
    process.execPath,
    [fileURLToPath(new URL('mariadb-guard.mjs', import.meta.url)), folder],
    {
      stdio: ['pipe', 'ignore', 'inherit'],
      detached: true, // a Ctrl-C on the terminal must not reach it before us
    },
  )
  guard.unref() // it must not keep its owner alive either
  guard.stdin.unref()
  return guard
}

async function stop(guard) {
  if (guard.exitCode !== null) return
  guard.ref()
  const ended = new Promise((resolve) => guard.once('exit', resolve))
  guard.stdin.end()
  await ended
}

/** root may run the server only when told so. */
const asRoot = process.getuid?.() === 0 ? ['--user=root'] : []

function createDataFolder(installer, folder) {
  const { status, stdout, stderr } = spawnSync(
    installer,
    [
      '--no-defaults',
      `--datadir=${folder}/data`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...asRoot,
    ],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`mariadb-install-db failed.\n${stdout}\n${stderr}`)
}

function serverOptions({ folder, port, socket, durable }) {
  const startUp = join(folder, 'start.sql')
  writeFileSync(
    startUp,
    `CREATE DATABASE ${database} CHARACTER SET utf8mb4;\nALTER USER root@127.0.0.1 IDENTIFIED BY '${password}';\n`,
  )
  return [
    '--no-defaults',
    `--datadir=${folder}/data`,
    `--tmpdir=${folder}`,
    `--socket=${socket}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--character-set-server=utf8mb4',
    '--max-connections=300',
    '--performance-schema=OFF',
    `--init-file=${startUp}`,
    `--log-error=${folder}/error.log`,
    ...(durable ? durableOptions : fastOptions),
    ...asRoot,
  ]
}

const durableOptions = [
  '--innodb-flush-log-at-trx-commit=1',
  '--innodb-buffer-pool-size=1G',
  '--innodb-log-file-size=512M',
]
const fastOptions = [
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-flush-method=nosync',
  '--innodb-doublewrite=OFF',
  '--innodb-buffer-pool-size=256M',
]

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

async function untilReady(guard, port, folder) {
  const until = Date.now() + readyWithin
  while (!(await greets(port))) {
    if (guard.exitCode !== null || Date.now() > until)
      throw new Error(`MariaDB did not start.\n${errorLog(folder)}`)
    await wait(50)
  }
}

/** A MariaDB that takes connections speaks first. */
const greets = (port) =>
  new Promise((resolve) => {
    const connection = createConnection(port, '127.0.0.1')
    connection.setTimeout(2000)
    for (const event of ['data', 'error', 'close', 'timeout']) {
      connection.once(event, () => {
        connection.destroy()
        resolve(event === 'data')
      })
    }
  })

const errorLog = (folder) =>
  existsSync(`${folder}/error.log`) ? readFileSync(`${folder}/error.log`, 'utf8') : ''
