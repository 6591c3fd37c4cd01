import { existsSync, readdirSync } from 'node:fs'
import { build } from './build.mjs'
import { inRoot } from './project.mjs'
import { CommandFailed, run } from './run.mjs'

const folder = 'server/bench'

/**
 * Runs `server/bench/<name>.mjs` against the built server.
 * @param {string[]} args the name, then what the bench itself takes
 * @returns {Promise<number>} the exit code
 */
export async function bench([name, ...args]) {
  const file = `${folder}/${name}.mjs`
  if (!existsSync(inRoot(file))) {
    console.error(`用法：pnpm bench ${names().join('|')}`)
    return 2
  }
  try {
    await build('shared', 'server')
    await run(process.execPath, [file, ...args])
    return 0
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error
    console.error(`${error.tail()}\n${error.message}`)
    return 1
  }
}

/** Files with a dot in the name are parts of benches, not benches. */
const names = () =>
  existsSync(inRoot(folder))
    ? readdirSync(inRoot(folder)).flatMap((file) => /^([\w-]+)\.mjs$/.exec(file)?.[1] ?? [])
    : []
