import type { CodeSpace, ComponentEnv } from 'glass-easel-miniprogram-adapter'
import type { AppOptions } from './weapp'

/** The language itself, and nothing of the browser. */
const languageNames = [
  ...[
    'Object',
    'Array',
    'Function',
    'String',
    'Number',
    'Boolean',
    'Symbol',
    'Math',
    'JSON',
    'Date',
    'RegExp',
  ],
  ...[
    'Error',
    'TypeError',
    'RangeError',
    'SyntaxError',
    'ReferenceError',
    'Promise',
    'Map',
    'Set',
    'WeakMap',
  ],
  ...['WeakSet', 'Proxy', 'Reflect', 'BigInt', 'ArrayBuffer', 'Uint8Array', 'Uint16Array', 'Int32Array'],
  ...['Float64Array', 'DataView', 'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'encodeURIComponent'],
  ...['decodeURIComponent', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'console'],
]

function languageOnly(): Record<string, unknown> {
  const all = window as unknown as Record<string, unknown>
  const isTimer = (name: string) => /^(set|clear)(Timeout|Interval)$/.test(name)
  return Object.fromEntries(
    languageNames.map((name) => {
      const value = all[name]
      return [name, isTimer(name) && typeof value === 'function' ? (value.bind(window) as unknown) : value]
    }),
  )
}

export const resolvePath = (from: string, to: string): string => {
  const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of to.replace(/\.js$/, '').split('/')) {
    if (part === '..') parts.pop()
    else if (part && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The logic layer: loads scripts one by one, as they are required. */
export class Logic {
  app: AppOptions | null = null
  private readonly loaded = new Map<string, { exports: object }>()
  private readonly defined = new Set<string>()
  private readonly global = languageOnly()
  private environment: ComponentEnv | null = null

  constructor(
    private readonly codeSpace: CodeSpace,
    private readonly wx: object,
    private readonly currentPages: () => object[],
  ) {}

  load(path: string): object {
    const known = this.loaded.get(path)
    if (known) return known.exports
    const code = window.weapp.modules[path]
    if (!code) throw new Error(`module '${path}' is not defined`)
    const module = { exports: {} }
    this.loaded.set(path, module)
    code(
      (target) => this.load(resolvePath(path, target)),
      module,
      module.exports,
      this.wx,
      (options) => (this.app = options),
      (definition) => this.registering.Page(definition as never),
      (definition) => this.registering.Component(definition as never),
      (definition) => this.registering.Behavior(definition as never),
      () => this.app,
      this.currentPages,
      this.global,
      this.global,
    )
    return module.exports
  }

  /** A shared script registers for whichever page or component is being loaded. */
  private get registering(): ComponentEnv {
    if (!this.environment) throw new Error('Page and Component belong into the script of a page or component')
    return this.environment
  }

  /** Registers a page or a component with everything that it uses. */
  define(path: string) {
    if (this.defined.has(path)) return
    this.defined.add(path)
    const { json, templates } = window.weapp
    const usingComponents = { ...json.app.usingComponents, ...json[path]?.usingComponents }
    this.codeSpace.addComponentStaticConfig(path, { ...json[path], usingComponents })
    const template = { groupList: templates, content: templates[path] }
    this.codeSpace.addCompiledTemplate(path, template as never)
    for (const used of Object.values(usingComponents)) this.define(resolvePath(path, used))
    this.codeSpace.componentEnv(path, (environment) => {
      const outer = this.environment
      this.environment = environment
      this.load(path)
      this.environment = outer
    })
  }
}
