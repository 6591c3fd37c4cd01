/**
 * Keeps a private MariaDB: reads its command line (JSON) from the first line of the input, runs it, and when the
 * input closes, because its owner asked or is gone, ends it and removes the folder.
 *
 *     node mariadb-guard.mjs <folder>
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'

const [folder] = process.argv.slice(2)
let server

function leave() {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.exit(0)
}

createInterface({ input: process.stdin })
  .once('line', (line) => {
    const [command, ...args] = JSON.parse(line)
    server = spawn(command, args, { stdio: 'ignore' }).once('exit', leave).once('error', leave)
  })
  .once('close', () => (server ? server.kill('SIGTERM') : leave()))
