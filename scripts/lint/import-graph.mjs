import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { isUnbound, placeOf, targetOf } from './layers.mjs'

const sourceFolders = ['shared/src', 'server/src', 'miniapp/src']

/**
 * The imports between our own source files, read from the disk, and the imports between capabilities that follow.
 * Imports of types count: a circle of types is a circle of words.
 * @param {string} root the repository
 * @returns {{ files: Map<string, Set<string>>, capabilities: Map<string, Set<string>> }}
 */
export function readImportGraph(root) {
  const names = new Set(sourceFolders.flatMap((folder) => sourceFilesIn(root, folder)))
  const files = new Map()
  const capabilities = new Map()
  for (const file of names) {
    const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true)
    const targets = importedFiles.map(({ fileName }) => resolveImport(names, file, fileName)).filter(Boolean)
    files.set(file, new Set(targets))
    for (const target of targets) link(capabilities, placeOf(file).capability, placeOf(target).capability)
  }
  return { files, capabilities }
}

function sourceFilesIn(root, folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .filter((file) => !isUnbound(file))
}

/**
 * The source file that an import means: `./x.js` is `x.ts`, `./x` is `x.ts`, `x.tsx` or `x/index.ts`.
 * @param {Set<string> | Map<string, unknown>} names
 */
export function resolveImport(names, file, specifier) {
  const target = targetOf(file, specifier)
  if (target === undefined) return undefined
  const stem = target.replace(/\.jsx?$/, '')
  return [target, `${stem}.ts`, `${stem}.tsx`, `${stem}/index.ts`, `${stem}/index.tsx`].find((name) =>
    names.has(name),
  )
}

function link(graph, from, to) {
  if (from === undefined || to === undefined || from === to) return
  if (!graph.has(from)) graph.set(from, new Set())
  graph.get(from).add(to)
}

/**
 * The shortest way along imports, both ends included; undefined when there is none.
 * @param {Map<string, Set<string>>} graph
 * @returns {string[] | undefined}
 */
export function pathBetween(graph, from, to) {
  const cameFrom = new Map([[from, undefined]])
  for (const node of cameFrom.keys()) {
    if (node === to) return walkBack(cameFrom, to)
    for (const next of graph.get(node) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, node)
  }
  return undefined
}

function walkBack(cameFrom, node) {
  const path = []
  for (let step = node; step !== undefined; step = cameFrom.get(step)) path.unshift(step)
  return path
}
