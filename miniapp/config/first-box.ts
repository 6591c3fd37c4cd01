import { readFileSync } from 'node:fs'
import Module from 'node:module'
import path from 'node:path'
import { minifySync, transformSync } from '@swc/core'
import { compile } from 'sass'
import type { Chunk, Compilation, Compiler, Module as WebpackModule } from 'webpack'

/** The page that most visits begin with. */
const HOME = /src\/pages\/home\/index\.tsx$/

/**
 * Makes the home page usable before its scripts have come: the page itself brings its style and the box to write in,
 * and what is written goes over into the app's own box as soon as that is there (first-box.script.js). The home page's
 * chunk is asked for together with the app and not after it.
 */
export class FirstBox {
  apply(compiler: Compiler) {
    compiler.hooks.compilation.tap('FirstBox', (compilation) => {
      // After the files have got their names, before they are packed.
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_HASH + 1
      compilation.hooks.processAssets.tap({ name: 'FirstBox', stage }, () => {
        if (compilation.getAsset('index.html'))
          compilation.updateAsset('index.html', (page) => {
            const html = withFirstBox(page.source().toString(), compilation)
            return new compiler.webpack.sources.RawSource(html)
          })
      })
    })
  }
}

function withFirstBox(page: string, compilation: Compilation): string {
  const files = homeFiles(compilation)
  const styles = files.filter((file) => file.endsWith('.css'))
  const scripts = files.filter((file) => file.endsWith('.js'))
  const textOf = (file: string) => String(compilation.getAsset(file)?.source.source() ?? '')
  // The name tells webpack's loader that this style is there already.
  const inlined = (file: string) => `<style data-href="/${file}">${textOf(file)}</style>`
  const head = [
    ...scripts.map((file) => `<link rel="preload" as="script" href="/${file}">`),
    ...styles.map(inlined),
    `<style>${compile(besides('first-box.scss'), { style: 'compressed' }).css}</style>`,
  ]
  return page
    .replace(/<link href="\/([^"]+\.css)" rel="stylesheet">/g, (_, file: string) => inlined(file))
    .replace('</head>', () => `${head.join('')}</head>`)
    .replace('</body>', () => `${firstBox()}</body>`)
}

/** What the home page needs besides the files that every page needs. */
function homeFiles(compilation: Compilation): string[] {
  const { chunkGraph, chunks } = compilation
  const isHome = (chunk: Chunk) =>
    [...chunkGraph.getChunkModulesIterable(chunk)].some((module) =>
      resources(module).some((file) => HOME.test(file)),
    )
  const home = [...chunks].find((chunk) => !chunk.canBeInitial() && isHome(chunk))
  if (!home) throw new Error('the home page has no chunk of its own')
  return [...home.files]
}

/** The files of which webpack made a module, without loaders. */
function resources(module: WebpackModule): string[] {
  const { resource, modules = [] } = module as WebpackModule & {
    resource?: string
    modules?: WebpackModule[]
  }
  return [...(resource ? [resource.split('?')[0] ?? ''] : []), ...modules.flatMap(resources)]
}

function firstBox(): string {
  const { title, question, textLabel, placeholder, notOpened, openAgain, ...large } = homeWords()
  const box = `<textarea rows="1" class="first-text" aria-label="${textLabel}" placeholder="${placeholder}" data-large="${large.placeholderLarge}"></textarea>`
  const card = `<div class="first-card"><div class="first-question" data-large="${large.questionLarge}">${question}</div>${box}</div>`
  const trouble = `<div class="first-trouble" role="alert" hidden>${notOpened}<button class="first-again">${openAgain}</button></div>`
  const script = minifySync(readFileSync(besides('first-box.script.js'), 'utf8')).code
  const column = `<div class="first-column">${card}${trouble}</div>`
  return `<div id="first-box"><div class="first-bar">${title}</div>${column}</div><script>${script}</script>`
}

type Words = typeof import('../src/words-filing')

/** The words of the first screen; only this folder is compiled when the build is configured. */
function homeWords(): Words['homeWords'] {
  const file = path.resolve(__dirname, '../src/words-filing.ts')
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  })
  const module = new Module(file) as Module & { _compile(code: string, file: string): void }
  module._compile(code, file)
  return (module.exports as Words).homeWords
}

const besides = (name: string) => path.join(__dirname, name)
