import { posix } from 'node:path'

/** Specs, fixtures, tests and benches may look anywhere. */
const unbound = /\.(spec|fixture)\.tsx?$|^(server|miniapp)\/(test|bench|e2e)\//

/** What each workspace may name besides itself and packages from the registry. */
const mayImport = { shared: [], server: ['@minsheng/shared'], miniapp: ['@minsheng/shared'] }

/**
 * Where a file stands in the house.
 * @param {string} file path relative to the repository, with `/`
 * @returns {{ workspace: string, capability: string | undefined }} `capability` is the folder of `server/src`
 *   that holds the file; undefined outside of `server/src` and for its top-level files
 */
export function placeOf(file) {
  const [workspace, source, folder, ...rest] = file.split('/')
  return {
    workspace,
    capability: workspace === 'server' && source === 'src' && rest.length ? folder : undefined,
  }
}

/** @param {string} file */
export const isUnbound = (file) => unbound.test(file)

/**
 * The path that a specifier names, relative to the repository; undefined for a package.
 * @param {string} file
 * @param {string} specifier relative, or `@/…` for `miniapp/src/…`
 */
export function targetOf(file, specifier) {
  if (specifier.startsWith('@/')) return posix.join('miniapp/src', specifier.slice(2))
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : undefined
}

/**
 * What is wrong with one import, or undefined. DESIGN, "Rules of the house", 10.
 * @param {string} file the importing file, relative to the repository
 * @param {string} specifier as written in the import
 * @returns {string | undefined}
 */
export function wrongWith(file, specifier) {
  if (isUnbound(file)) return undefined
  const from = placeOf(file)
  if (!(from.workspace in mayImport)) return undefined
  const target = targetOf(file, specifier)
  return target === undefined ? wrongPackage(from, specifier) : wrongPath(from, target)
}

function wrongPackage({ workspace }, specifier) {
  if (workspace === 'shared') return `shared imports nobody, so not '${specifier}' either.`
  if (!specifier.startsWith('@minsheng/') || mayImport[workspace].includes(specifier)) return undefined
  return `${workspace} may import ${mayImport[workspace].join(', ')}, not '${specifier}'.`
}

function wrongPath(from, target) {
  const to = placeOf(target)
  if (to.workspace !== from.workspace) {
    return `Import the package, not a file of ${to.workspace}; and only what ${from.workspace} may import.`
  }
  if (from.capability === undefined || from.capability === to.capability) return undefined
  if (to.capability === undefined) return `${from.capability} does not import top-level files of the server.`
  if (from.capability === 'platform') return `platform knows no capability, so not ${to.capability} either.`
  if (to.capability === 'platform' || target === `server/src/${to.capability}/index.js`) return undefined
  return `Reach ${to.capability} through its public face: '../${to.capability}/index.js'.`
}
