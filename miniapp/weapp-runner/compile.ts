import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, posix } from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import postcss, { type Root } from 'postcss'
import { builtInTags } from './browser/tags'

/** A mini-program as a browser can load it. */
export interface Compiled {
  /** A script that sets `window.weapp`, see browser/weapp.ts. */
  script: string
  /** Pictures, by their path in the build. */
  assets: Map<string, Buffer>
}

interface Sources {
  json: Map<string, object>
  wxml: Map<string, string>
  wxs: Map<string, string>
  wxss: Map<string, string>
  js: Map<string, string>
  assets: Map<string, Buffer>
}

/**
 * Compiles a WeChat build: WXML by WeChat's own compiler, WXSS to CSS, scripts wrapped so that they see none of the
 * browser.
 * @param folder what `build:weapp` wrote
 * @throws Error with everything that the compiler refused
 */
export function compile(folder: string): Compiled {
  const sources = readSources(folder)
  const { templates, attributes } = compileTemplates(sources)
  const styles = Object.fromEntries(
    [...sources.wxss.keys()].map((path) => [path, compileStyle(sources.wxss, path)]),
  )
  const modules = [...sources.js].map(([path, code]) => `${JSON.stringify(path)}: ${hidden(code)}`)
  const script = `window.weapp = {
json: ${JSON.stringify(Object.fromEntries(sources.json))},
styles: ${JSON.stringify(styles)},
attributes: ${JSON.stringify(attributes)},
templates: ${templates},
modules: {${modules.join(',\n')}}
}`
  return { script, assets: sources.assets }
}

function readSources(folder: string): Sources {
  const sources: Sources = {
    json: new Map(),
    wxml: new Map(),
    wxs: new Map(),
    wxss: new Map(),
    js: new Map(),
    assets: new Map(),
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
  for (const file of files.filter((entry) => entry.isFile())) {
    const full = join(file.parentPath, file.name)
    const path = posix.relative(folder, full)
    const kind = extname(path)
    const name = path.slice(0, -kind.length)
    const text = () => readFileSync(full, 'utf8')
    if (kind === '.json') sources.json.set(name, JSON.parse(text()) as object)
    else if (kind === '.wxml') sources.wxml.set(name, text())
    else if (kind === '.wxs') sources.wxs.set(name, text())
    else if (kind === '.wxss') sources.wxss.set(name, text())
    else if (kind === '.js') sources.js.set(name, text())
    else if (/\.(png|jpe?g|svg|gif|webp)$/.test(kind)) sources.assets.set(path, readFileSync(full))
  }
  return sources
}

const structural = ['block', 'template', 'wxs', 'import', 'include', 'slot']
const camelCase = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

function compileTemplates({ wxml, wxs, json }: Sources) {
  const group = new TmplGroup()
  const problems: string[] = []
  for (const [path, text] of wxs) group.addScript(path, text)
  for (const [path, text] of wxml) {
    const warnings = group.addTmpl(path, text) as { isError: boolean; startLine: number; message: string }[]
    for (const { isError, startLine, message } of warnings ?? [])
      if (isError) problems.push(`${path}.wxml:${startLine} ${message}`)
  }
  const attributes = attributesOf([...wxml.values()])
  const own = [...json.values()].flatMap((config) =>
    Object.keys((config as { usingComponents?: object }).usingComponents ?? {}),
  )
  const known = new Set<string>([...builtInTags, ...structural, ...own])
  const unknown = Object.keys(attributes).filter((tag) => !known.has(tag))
  problems.push(...unknown.map((tag) => `<${tag}> is not a component that the runner has`))
  if (problems.length) throw new Error(problems.join('\n'))
  return { templates: group.getTmplGenObjectGroups(), attributes }
}

/** The attributes that the templates set on each tag, without those that every node has. */
function attributesOf(templates: string[]): Record<string, string[]> {
  const found = new Map<string, Set<string>>()
  for (const [, tag = '', body = ''] of templates
    .join('')
    .matchAll(/<([a-z][a-z-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g)) {
    const names = found.get(tag) ?? new Set()
    for (const [, name = ''] of body.matchAll(/\s([a-zA-Z-]+)=/g))
      if (!/^(id|class|style|slot|is|data|data-.*|bind.*|catch.*|wx.*)$/.test(name))
        names.add(camelCase(name))
    found.set(tag, names)
  }
  return Object.fromEntries([...found].map(([tag, names]) => [tag, [...names]]))
}

/** WXSS as CSS: imports joined in, tags named as in the document, WeChat's units in terms of the page's frame. */
function compileStyle(wxss: Map<string, string>, path: string): string {
  const sheet = joined(wxss, path, new Set())
  sheet.walkRules((rule) => {
    rule.selectors = rule.selectors.map(selectorInDocument)
  })
  sheet.walkDecls((declaration) => {
    declaration.value = declaration.value
      .replace(/(-?[\d.]+)rpx\b/g, 'calc($1 * var(--rpx))')
      .replace(/(-?[\d.]+)vh\b/g, 'calc($1 * var(--page-height) / 100)')
      .replace(/env\(safe-area-inset-bottom\)/g, 'var(--safe-bottom)')
  })
  return sheet.toString()
}

function joined(wxss: Map<string, string>, path: string, seen: Set<string>): Root {
  if (seen.has(path)) return postcss.root()
  seen.add(path)
  const sheet = postcss.parse(wxss.get(path) ?? '')
  sheet.walkAtRules('import', (rule) => {
    const name = /["']([^"']+?)(?:\.wxss)?["']/.exec(rule.params)?.[1] ?? ''
    const target = name.startsWith('/') ? name.slice(1) : posix.join(posix.dirname(path), name)
    rule.replaceWith(joined(wxss, target, seen).nodes)
  })
  return sheet
}

const tagInSelector = new RegExp(`(^|[\\s>+~])(page|${builtInTags.join('|')})(?=$|[\\s.:#\\[>+~])`, 'g')
const selectorInDocument = (selector: string) =>
  selector.replace(tagInSelector, (_, before: string, tag: string) =>
    tag === 'page' ? `${before}.weapp-page` : `${before}wx-${tag}`,
  )

/** What a browser has and the logic layer of a mini-program has not. */
const hiddenGlobals = [
  ...['window', 'document', 'self', 'frames', 'parent', 'top', 'location', 'navigator', 'history', 'screen'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'XMLHttpRequest', 'fetch', 'WebSocket'],
  ...[
    'EventSource',
    'FormData',
    'Blob',
    'File',
    'FileReader',
    'URL',
    'URLSearchParams',
    'Headers',
    'Request',
  ],
  ...['Response', 'AbortController', 'AbortSignal', 'Image', 'Audio', 'Option', 'Worker', 'TextEncoder'],
  ...['TextDecoder', 'structuredClone', 'queueMicrotask', 'requestIdleCallback', 'requestAnimationFrame'],
  ...['cancelAnimationFrame', 'crypto', 'performance', 'MessageChannel', 'Intl', 'addEventListener'],
  ...[
    'removeEventListener',
    'dispatchEvent',
    'postMessage',
    'atob',
    'btoa',
    'HTMLElement',
    'Element',
    'Node',
  ],
  ...['Event', 'CustomEvent', 'EventTarget', 'MutationObserver', 'IntersectionObserver', 'ResizeObserver'],
  ...[
    'matchMedia',
    'getComputedStyle',
    'alert',
    'confirm',
    'prompt',
    'open',
    'close',
    'scrollTo',
    'innerWidth',
  ],
  ...['innerHeight', 'devicePixelRatio', 'customElements', 'DOMParser', 'weapp', 'phone'],
]
const given = ['require', 'module', 'exports', 'wx', 'App', 'Page', 'Component', 'Behavior', 'getApp']
const moduleParameters = [...given, 'getCurrentPages', 'global', 'globalThis']

/** Two functions, so that the script may declare a name of its own that is hidden. */
const hidden = (code: string) =>
  `function (${moduleParameters.join(', ')}) { return (function (${hiddenGlobals.join(', ')}) { return (function () {
${code}
}).call(module.exports) })() }`
