import { spawn } from 'node:child_process'
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { cacheFolder, root } from './project.mjs'

/** A command that could not be started or ended with another code than 0. */
export class CommandFailed extends Error {
  /** @param {string} what in words @param {string} [log] path of the file that holds its whole output */
  constructor(what, log) {
    super(what)
    this.log = log
  }

  /** The last lines of the log. */
  tail(lines = 25) {
    return this.log ? readFileSync(this.log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : ''
  }
}

/** Where `run` writes the output of that name. */
export const logFile = (log) => join(cacheFolder, 'logs', `${log}.log`)

const running = new Set()

/** Asks every command that still runs to end. */
export const stopCommands = (signal = 'SIGTERM') => running.forEach((child) => child.kill(signal))

/**
 * Runs a command to its end, on the terminal, or into `.cache/logs/<log>.log` when `log` is given.
 * @param {string} command
 * @param {string[]} args
 * @param {{ log?: string, env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<void>}
 * @throws {CommandFailed}
 */
export async function run(command, args, { log, env = process.env, cwd = root } = {}) {
  const output = log && openLog(logFile(log))
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: output ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  })
  running.add(child)
  if (output) for (const stream of [child.stdout, child.stderr]) stream.pipe(output, { end: false })
  const how = await ending(child)
  running.delete(child)
  if (output) await finished(output.end())
  if (how !== 0) throw new CommandFailed(describe(command, args, how), log && logFile(log))
}

function openLog(file) {
  mkdirSync(dirname(file), { recursive: true })
  return createWriteStream(file)
}

/** The exit code, the name of the signal that ended it, or the reason why it did not start. */
const ending = (child) =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(code ?? signal))
  })

const describe = (command, args, how) =>
  `${[command, ...args].join(' ')}: ${typeof how === 'number' ? `exit code ${how}` : how}`
