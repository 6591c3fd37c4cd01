import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { build } from './build.mjs'
import { inRoot } from './project.mjs'
import { CommandFailed } from './run.mjs'

/**
 * Runs `server/src/<name>.ts`, built, on this terminal and with the settings of the server.
 * @param {string[]} args the name, then what the tool itself takes
 * @returns {Promise<number>} its exit code
 */
export async function tool([name, ...args]) {
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'))
  try {
    await build('shared', 'server')
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    console.error(`${error.tail()}\n${error.message}`)
    return 1
  }
  const child = spawn(process.execPath, [inRoot(`server/dist/${name}.js`), ...args], { stdio: 'inherit' })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}
