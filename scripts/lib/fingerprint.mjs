import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, inRoot, readIfThere, writeWithFolder } from './project.mjs'

const neverRead = new Set(['node_modules', 'dist', 'coverage', '.cache', '.swc', 'artifacts', 'data'])

/**
 * The files below the given files and folders, in a stable order; what does not exist is left out.
 * @param {string[]} paths relative to the repository
 * @returns {string[]} relative to the repository
 */
export function filesBelow(paths) {
  return paths.flatMap((path) => {
    const kind = statSync(inRoot(path), { throwIfNoEntry: false })
    if (!kind) return []
    if (kind.isFile()) return [path]
    const names = readdirSync(inRoot(path)).filter((name) => !neverRead.has(name))
    return filesBelow(names.sort().map((name) => join(path, name)))
  })
}

/**
 * A hash of names and contents: it stays the same when only the times of the files change, as on a checkout.
 * @param {string[]} files relative to the repository
 * @param {string[]} [also] anything else that the result depends on
 */
export function fingerprint(files, also = []) {
  const hash = createHash('sha256')
  for (const text of also) hash.update(`${text}\0`)
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0')
  return hash.digest('hex')
}

const stampFile = (name) => join(cacheFolder, 'stamps', name)

/** A file's time of change, so that a result made behind our back is told apart from our own. */
const timeOf = (file) => statSync(inRoot(file), { throwIfNoEntry: false })?.mtimeMs

/**
 * Whether the result named so was made from inputs with this fingerprint and still stands.
 * @param {string} name
 * @param {string} print
 * @param {string} result a file that making it always writes
 */
export const isUpToDate = (name, print, result) =>
  existsSync(inRoot(result)) && readIfThere(stampFile(name)) === `${print} ${timeOf(result)}`

/** Notes that the result was made from inputs with this fingerprint. */
export const stamp = (name, print, result) => writeWithFolder(stampFile(name), `${print} ${timeOf(result)}`)
