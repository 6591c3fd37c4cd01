import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import 'reflect-metadata'
import { createConnection } from 'mysql2/promise'
import { startMariaDb } from '../../../scripts/lib/mariadb.mjs'
import { openDatabase } from '../../dist/database.js'
import { writeDistrict } from '../../dist/demonstration/district.js'
import { AccessTokens } from '../../dist/people/access-tokens.js'
import { PersonalData, Resident } from '../../dist/people/index.js'
import { loadConfig } from '../../dist/platform/config.js'
import { insertRows, newId, UnitOfWork } from '../../dist/platform/database/index.js'
import { Present } from '../../dist/platform/present.js'

/** Connections that each program has to the database. The server's default. */
const pool = 20

/**
 * What the server is told beside its defaults. `NODE_ENV` stays unset. Nothing is delivered meanwhile: the bare program
 * delivers nothing either.
 */
const settings = (url, dataDir) => ({
  DATABASE_URL: url,
  DATABASE_POOL: String(pool),
  DATA_DIR: dataDir,
  DEMONSTRATION: 'false',
  RATE_LIMITS: 'false',
  OUTBOX_RELAY: 'false',
  HOST: '127.0.0.1',
  PORT: '0',
})

/**
 * A durable MariaDB of our own, and what runs on it. Everything ends with `stop()`, or with this process.
 * @typedef {{ pid: number, port: number, stop(): Promise<void> }} Program
 */
export async function openStage() {
  const mariaDb = await startMariaDb({ durable: true })
  const dataDir = mkdtempSync(join(tmpdir(), 'minsheng-bench-'))
  /** @type {Program[]} */
  const programs = []

  /** The address of another database on the same MariaDB. */
  const urlOf = (name) => Object.assign(new URL(mariaDb.url), { pathname: `/${name}` }).href

  const started = async (file, env) => {
    const program = await startProgram(file, env)
    programs.push(program)
    return program
  }

  return {
    /** Makes a database: the schema, the district, and so many residents. */
    async database(name, residents = 0) {
      const root = await createConnection(mariaDb.url)
      await root.query(`CREATE DATABASE IF NOT EXISTS ${name} CHARACTER SET utf8mb4`)
      await root.end()
      const url = urlOf(name)
      const config = loadConfig(settings(url, dataDir))
      await fill(config, residents)
      const connection = await createConnection({ uri: url, dateStrings: true, jsonStrings: true })
      const tokens = new AccessTokens(config, new Present())
      return {
        config,
        /** @param {string} sql @param {unknown[]} [values] @returns {Promise<Record<string, any>[]>} */
        rows: async (sql, values) => (await connection.query(sql, values))[0],
        /** An access token of this person, as a sign-in would give it. */
        token: (person) => tokens.sign({ person, sessionId: newId(new Date()) }),
        server: (env = {}) => started('../../dist/main.js', { ...settings(url, dataDir), ...env }),
        /** Runs a tool of the server to its end. */
        run: (file) => runToEnd(file, settings(url, dataDir)),
        bare: (file, env = {}) => started(`./${file}`, { ...settings(url, dataDir), ...env }),
        close: () => connection.end(),
      }
    },
    async stop() {
      for (const program of programs) await program.stop()
      await mariaDb.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function fill(config, residents) {
  const { dataSource, readSource } = await openDatabase(config)
  const personalData = new PersonalData(config)
  const now = new Date()
  await new UnitOfWork(dataSource, readSource).run(async (tx) => {
    await writeDistrict(tx, personalData, now)
    await insertRows(
      tx,
      Resident,
      Array.from({ length: residents }, (_, n) => resident(n, personalData, now)),
    )
  })
  await dataSource.destroy()
}

/** One who signed in by phone. */
function resident(n, personalData, now) {
  const phone = `198${String(n).padStart(8, '0')}`
  return {
    id: newId(now),
    phoneCipher: personalData.encrypt(phone),
    phoneIndex: personalData.indexOf(phone),
    createdAt: now,
  }
}

/** @throws Error when it does not end well */
async function runToEnd(file, env) {
  const { PATH, HOME } = process.env
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, [path], { env: { PATH, HOME, ...env }, stdio: 'inherit' })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`${file} ended with exit code ${code}.`)
}

/**
 * Starts a program that says at which `http://localhost:<port>/` it listens.
 * @returns {Promise<Program>}
 */
async function startProgram(file, env) {
  const { PATH, HOME } = process.env
  const child = spawn(
    process.execPath,
    [...(env.NODE_FLAGS?.split(' ') ?? []), fileURLToPath(new URL(file, import.meta.url))],
    { env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const port = await Promise.race([
    portOf(child.stdout),
    ended.then((code) => {
      throw new Error(`${file} ended at once, with exit code ${code}.`)
    }),
  ])
  return {
    pid: child.pid,
    port,
    async stop() {
      process.off('exit', kill)
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function portOf(output) {
  let said = ''
  for await (const piece of output.iterator({ destroyOnReturn: false })) {
    said += piece
    const port = /http:\/\/localhost:(\d+)\//.exec(said)?.[1]
    if (!port) continue
    output.resume()
    return Number(port)
  }
  throw new Error('The program said nothing of its port.')
}

/** Most memory that a process has had so far, in MB; NaN where the system does not tell (not Linux). */
export function peakMemory({ pid }) {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1]
  return kilobytes ? Number(kilobytes) / 1024 : NaN
}

/** Processor time that a process has used so far, in microseconds; NaN where the system does not tell. */
export function processorTime({ pid }) {
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ')
  const ticks = fields ? Number(fields[11]) + Number(fields[12]) : NaN
  return ticks * 10_000
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
