import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { readIfThere } from './project.mjs'
import { progress } from './progress.mjs'
import { run } from './run.mjs'

/** Where servers and browsers lie that are not on everybody's PATH. */
const moreFolders = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/usr/local/bin']
const chromeOnMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/**
 * The path of the first of these programs that the machine has.
 * @param {...string} names
 * @returns {string | undefined}
 */
export function findProgram(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...moreFolders]
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/** @returns {string | undefined} what CHROMIUM_PATH names, else a Chromium or Chrome of this machine */
export const findChromium = () =>
  process.env.CHROMIUM_PATH ||
  findProgram('chromium', 'chromium-browser', 'google-chrome') ||
  [chromeOnMac].find((path) => existsSync(path))

/** Whether screenshots can show Chinese. Where fontconfig is missing (macOS), they can. */
export function hasChineseFonts() {
  const { error, stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return error ? process.platform !== 'linux' : stdout.trim() !== ''
}

/** Whether native packages can be compiled here. */
export const hasCompiler = () => ['python3', 'make', 'g++'].every((name) => findProgram(name))

/** Whether we may install packages of the system: root on Debian or what is made from it. */
export const mayInstallPackages = () =>
  process.getuid?.() === 0 &&
  findProgram('apt-get') !== undefined &&
  /^ID(_LIKE)?=.*debian/m.test(readIfThere('/etc/os-release') ?? '')

/**
 * Installs Debian packages without a question; tries twice, since mirrors have bad moments.
 * @param {string[]} packages
 */
export async function installPackages(packages) {
  await progress(`安装系统软件 ${packages.join('、')}`, async () => {
    try {
      await aptInstall(packages)
    } catch {
      await aptInstall(packages)
    }
  })
}

async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const patient = ['-o', 'DPkg::Lock::Timeout=120']
  await run('apt-get', [...patient, 'update'], { env, log: 'apt-update' })
  await run('apt-get', [...patient, 'install', '-y', '--no-install-recommends', ...packages], {
    env,
    log: 'apt-install',
  })
}
