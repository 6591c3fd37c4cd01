import { glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { defineBuiltIns } from './built-ins'
import { findKeptFiles } from './host/files'
import { bringUpdate, createWx } from './host/index'
import { Logic } from './logic'
import { Pages } from './pages'
import { builtInTags } from './tags'
import { report } from './weapp'

/** Tags as WeChat's web view has them, and its units in styles that are set by scripts. */
function createElement(tag: string): HTMLElement {
  const isBuiltIn = (builtInTags as readonly string[]).includes(tag)
  const made = document.createElement(isBuiltIn ? `wx-${tag}` : tag)
  const set = made.setAttribute.bind(made)
  made.setAttribute = (name, value) =>
    set(name, name === 'style' ? String(value).replace(/(-?[\d.]+)rpx\b/g, 'calc($1 * var(--rpx))') : value)
  return made
}

function createBackend() {
  const backend = new glassEasel.CurrentWindowBackendContext()
  backend.document = {
    createElement,
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as typeof backend.document
  backend.onEvent((target, type, detail, options) => {
    const event = new glassEasel.Event(type, detail, options)
    event.dispatch(target)
    return event.getEventBubbleStatus()
  })
  return backend
}

function start() {
  const { json, styles } = window.weapp
  const environment = new MiniProgramEnv()
  const codeSpace = environment.createCodeSpace('', true)
  // Plain ids in the document, as in WeChat's web view.
  const prepare = codeSpace as unknown as { prepareComponentOptions: (...given: unknown[]) => [object] }
  const before = prepare.prepareComponentOptions.bind(codeSpace)
  prepare.prepareComponentOptions = (...given) => {
    const options = before(...given)
    Object.assign(options[0], { idPrefixGenerator: null, writeIdToDOM: true })
    return options
  }
  defineBuiltIns(environment.getGlobalCodeSpace(), codeSpace)
  const backend = environment.associateBackend(createBackend())
  for (const [path, style] of Object.entries(styles)) {
    backend.registerStyleSheetContent(path, style)
    codeSpace.addStyleSheet(path, path)
  }
  // The host moves between pages, and the pages are opened by the logic that is given the host.
  const logic: Logic = new Logic(
    codeSpace,
    createWx(() => pages),
    () => pages.current(),
  )
  const pages: Pages = new Pages(backend, codeSpace, (path) => logic.define(path))

  window.phone.bringUpdate = bringUpdate

  const launch = { path: json.app.pages[0], query: {}, scene: 1001 }
  logic.load('app')
  logic.app?.onLaunch?.(launch)
  logic.app?.onShow?.(launch)
  const [, wanted] = location.hash.split('#')
  const first = wanted ?? json.app.pages[0] ?? ''
  if (pages.knows(first)) return pages.reLaunch(`/${first}`)
  const [path = '', query] = first.split('?')
  logic.app?.onPageNotFound?.({ path, query: { query }, isEntryPage: true })
}

addEventListener('error', ({ message }) => report(message))
addEventListener('unhandledrejection', ({ reason }) => report(String((reason as Error)?.stack ?? reason)))
try {
  await findKeptFiles()
  start()
} catch (thrown) {
  report(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
}
