import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { filesBelow, fingerprint, isUpToDate, stamp } from './fingerprint.mjs'
import { hasCompiler, installPackages, mayInstallPackages } from './machine.mjs'
import { progress } from './progress.mjs'
import { cacheFolder, inRoot, readIfThere, readJson, workspaces, writeWithFolder } from './project.mjs'
import { run } from './run.mjs'

const version = readJson(inRoot('package.json')).packageManager.replace('pnpm@', '')
const ownFolder = join(cacheFolder, 'tools', `pnpm-${version}`)
const ownPnpm = join(ownFolder, 'node_modules', '.bin', 'pnpm')

/**
 * The environment of installing and building: without the user's NODE_ENV, which would leave out the build tools,
 * with the Node headers of this machine (node-gyp under pnpm does not look for them), and with our pnpm first.
 */
export function toolEnvironment() {
  const environment = { ...process.env }
  delete environment.NODE_ENV
  const prefix = dirname(dirname(realpathSync(process.execPath)))
  const hasHeaders = existsSync(join(prefix, 'include', 'node', 'node.h'))
  return {
    ...environment,
    CI: 'true', // nobody is there to answer a question
    PATH: [dirname(process.execPath), dirname(ownPnpm), process.env.PATH].join(delimiter),
    ...(hasHeaders && { npm_config_nodedir: prefix }),
  }
}

let known
/**
 * The path of the pinned pnpm: the one on PATH when it is that version, else our own, fetched with npm once.
 * @returns {Promise<string>}
 */
export async function findPnpm() {
  known ??= isPinned('pnpm') ? 'pnpm' : ownPnpm
  if (known === ownPnpm && !existsSync(ownPnpm)) await progress(`取得 pnpm ${version}`, fetchPnpm)
  return known
}

function isPinned(command) {
  const env = { ...process.env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' }
  return (
    spawnSync(command, ['--version'], { encoding: 'utf8', env, timeout: 10_000 }).stdout?.trim() === version
  )
}

function fetchPnpm() {
  const [command, ...first] = npmCommand()
  const args = ['install', '--prefix', ownFolder, '--no-save', '--loglevel=error', '--no-audit', '--no-fund']
  return run(command, [...first, ...args, `pnpm@${version}`], { log: 'pnpm', env: toolEnvironment() })
}

/** npm as it runs us, else the one beside Node, else the one on PATH. */
function npmCommand() {
  const { npm_execpath: script } = process.env
  if (script && basename(script) === 'npm-cli.js') return [process.execPath, script]
  const beside = join(dirname(process.execPath), 'npm')
  return [existsSync(beside) ? beside : 'npm']
}

/** Runs pnpm in the repository. Takes what `run` takes. */
export const pnpm = async (args, { env = toolEnvironment(), ...options } = {}) =>
  run(await findPnpm(), args, { ...options, env })

const lists = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']
const result = 'node_modules/.modules.yaml'

/** Installs what the lock file names, unless that has been done for these package files and this Node. */
export async function install() {
  const manifests = workspaces.map((name) => `${name}/package.json`)
  const files = filesBelow([...lists, ...manifests])
  const nodeAbi = `${process.platform} ${process.arch} ${process.versions.modules}`
  const print = fingerprint(files, [nodeAbi])
  const hasAllModules = workspaces.every((name) => existsSync(inRoot(name, 'node_modules')))
  if (hasAllModules && isUpToDate('install', print, result)) return
  await findPnpm()
  await installModules()
  if (compiledFor.differs(nodeAbi)) {
    await progress('重新编译原生模块', () => pnpm(['rebuild'], { log: 'install-native' }))
  }
  compiledFor.note(nodeAbi)
  stamp('install', print, result)
}

async function installModules() {
  const args = ['install', '--frozen-lockfile', '--prod=false']
  const attempt = () => progress('安装依赖', () => pnpm(args, { log: 'install' }))
  try {
    await attempt()
  } catch (error) {
    if (hasCompiler() || !mayInstallPackages()) throw error
    await installPackages(['python3', 'make', 'g++']) // no prebuilt better-sqlite3 could be fetched
    await attempt()
  }
}

/** For which Node the native packages were compiled; pnpm does not compile them again for another one. */
const compiledFor = {
  file: join(cacheFolder, 'stamps', 'node-abi'),
  differs: (nodeAbi) => (readIfThere(compiledFor.file) ?? nodeAbi) !== nodeAbi,
  note: (nodeAbi) => writeWithFolder(compiledFor.file, nodeAbi),
}
