import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transformSync } from '@swc/core'
import type { Page, Route } from 'playwright-core'
import { compile } from './compile'
import type { Phone } from './browser/weapp'

/** Where the runner's own files are, below the address of the server: one origin, as a phone has one network. */
const base = '/__weapp'

const libraryFiles: Record<string, string> = {
  'glass-easel': 'dist/glass_easel.all.es.js',
  'glass-easel-miniprogram-adapter': 'dist/glass_easel_miniprogram_adapter.es.js',
}
const libraries = Object.keys(libraryFiles)

export interface WeappOptions {
  /** What `build:weapp` wrote. */
  folder: string
  /** The address of the API that was built in. */
  apiOrigin: string
  account: string
  place: Phone['place']
  /** Whether the privacy notice was agreed to before; default: it was. */
  privacy?: Phone['privacy']
}

/**
 * Makes a browser page a phone with the mini-program on it; it is opened at `/__weapp/`, or at a page by
 * `/__weapp/#pages/me/index`. Its requests go to the server of the page's own address.
 */
export async function installWeapp(page: Page, options: WeappOptions): Promise<void> {
  const { folder, ...phone } = options
  const { script, assets } = compile(folder)
  const state: Omit<Phone, 'pullDown' | 'share' | 'bringUpdate'> = {
    privacy: 'agreed',
    ...phone,
    number: null,
    messages: 'accept',
    codes: [],
    withoutCamera: false,
    photos: [],
    filledBytes: 0,
    fontSize: 17,
    networkType: 'wifi',
    calls: [],
    crossings: [],
    troubles: [],
  }
  await page.addInitScript((given) => {
    window.phone = { ...given, pullDown: () => {}, share: () => null, bringUpdate: () => {} }
  }, state)
  await page.route(`**${base}/**`, (route) => serve(route, script, assets))
}

const kinds = { html: 'text/html', css: 'text/css', js: 'text/javascript', png: 'image/png' } as const

async function serve(route: Route, script: string, assets: Map<string, Buffer>): Promise<void> {
  const path = new URL(route.request().url()).pathname.slice(base.length + 1)
  const answer = (kind: keyof typeof kinds, body: string | Buffer) =>
    route.fulfill({ body, contentType: `${kinds[kind]}; charset=utf-8` })
  const [folder, ...rest] = path.split('/')
  const name = rest.join('/')
  if (path === '') return answer('html', ownFile('index.html'))
  if (path === 'phone.css') return answer('css', ownFile('phone.css'))
  if (path === 'weapp.js') return answer('js', script)
  if (folder === 'runner') return answer('js', ownModule(name))
  if (folder === 'library' && libraries.includes(name)) return answer('js', library(name))
  const asset = folder === 'assets' && assets.get(name)
  if (asset) return answer('png', asset)
  return route.fulfill({ status: 404, body: `${path} is not in the build` })
}

const ownFile = (name: string) => readFileSync(join(__dirname, 'browser', name), 'utf8')

/** A file of the runner as the browser takes it: types gone. */
function ownModule(name: string): string {
  const { code } = transformSync(ownFile(`${name}.ts`), {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
  })
  return withLibraries(code)
}

const library = (name: string) =>
  withLibraries(readFileSync(join(packageFolder(name), libraryFiles[name] ?? ''), 'utf8'))

function packageFolder(name: string): string {
  for (let folder = dirname(require.resolve(name)); ; folder = dirname(folder))
    if (existsSync(join(folder, 'package.json'))) return folder
}

/** Browsers know no packages: their names become addresses. */
const withLibraries = (code: string) =>
  code.replace(/(from\s*)(['"])(glass-easel[a-z-]*)\2/g, `$1$2${base}/library/$3$2`)
