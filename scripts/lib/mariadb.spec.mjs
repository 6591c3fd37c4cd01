import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createConnection } from 'node:net'
import { dirname } from 'node:path'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { findMariaDb, startMariaDb } from './mariadb.mjs'
import { inRoot } from './project.mjs'

const mysql = createRequire(inRoot('server/package.json'))('mysql2/promise')
const skip = findMariaDb() ? false : 'MariaDB is not installed'

const answers = (port) =>
  new Promise((resolve) => {
    const connection = createConnection(port, '127.0.0.1')
    connection.once('connect', () => connection.destroy(resolve(true))).once('error', () => resolve(false))
  })

/** Waits until the check holds; the test runner's own time limit ends a wait in vain. */
async function until(check) {
  while (!(await check())) await new Promise((resolve) => setImmediate(resolve))
}

describe('a private MariaDB', { skip, timeout: 90_000 }, () => {
  it('answers under its URL with an empty database, and leaves nothing behind', async () => {
    const { url, socket, port, stop } = await startMariaDb()
    const connection = await mysql.createConnection(url.replace('mariadb:', 'mysql:'))
    const [[{ name, binlog }]] = await connection.query('SELECT database() AS name, @@log_bin AS binlog')
    assert.deepEqual({ name, binlog }, { name: 'minsheng', binlog: 0 })
    await connection.end()
    await stop()
    assert.equal(await answers(port), false)
    assert.equal(existsSync(dirname(socket)), false)
  })

  it('waits for the disk when it must be durable', async () => {
    const { url, stop } = await startMariaDb({ durable: true })
    const connection = await mysql.createConnection(url.replace('mariadb:', 'mysql:'))
    const [[{ flush }]] = await connection.query('SELECT @@innodb_flush_log_at_trx_commit AS flush')
    assert.equal(flush, 1)
    await connection.end()
    await stop()
  })

  it('ends when its owner is killed', async () => {
    const module = new URL('mariadb.mjs', import.meta.url)
    const program = `import { startMariaDb } from '${module}'; console.log(JSON.stringify(await startMariaDb())); setInterval(() => {}, 1000)`
    const owner = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = await once(owner.stdout, 'data')
    const { port, socket } = JSON.parse(line)
    assert.equal(await answers(port), true)
    owner.kill('SIGKILL')
    await until(async () => !(await answers(port)))
    await until(() => !existsSync(dirname(socket)))
  })
})
