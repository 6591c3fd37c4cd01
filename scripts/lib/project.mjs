import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Stamps, logs and tools of these scripts; may be deleted at any time. */
export const cacheFolder = join(root, '.cache')

export const workspaces = ['shared', 'server', 'miniapp']

export const inRoot = (...parts) => join(root, ...parts)

export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** The file's text, or undefined when there is no such file. */
export const readIfThere = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

export function writeWithFolder(file, text) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
