import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { minifySync } from '@swc/core'
import type { Compiler } from 'webpack'

const SCRIPT = path.join(__dirname, 'offline-pages.script.js')
/** Where the app asks for it: platform/offline-pages.h5.ts. At the root, so that it is there for every page. */
const ADDRESS = 'offline-pages.js'

/** Writes the service worker with the names of all files of this build. Only grid workers' phones ask for it. */
export class OfflinePages {
  apply(compiler: Compiler) {
    compiler.hooks.compilation.tap('OfflinePages', (compilation) => {
      // After the page itself is finished (FirstBox), before the files are packed.
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_HASH + 2
      compilation.hooks.processAssets.tap({ name: 'OfflinePages', stage }, (assets) => {
        const page = assets['index.html']
        if (!page) return // the style sheets are compiled in compilations of their own
        const files = Object.keys(assets)
          .filter((name) => /\.(js|css)$/.test(name))
          .map((name) => `/${name}`)
          .sort()
        const version = createHash('sha256')
          .update(page.source())
          .update(files.join())
          .digest('hex')
          .slice(0, 12)
        const head = `const VERSION=${JSON.stringify(version)},FILES=${JSON.stringify(files)};`
        const { code } = minifySync(head + readFileSync(SCRIPT, 'utf8'), { mangle: false })
        compilation.emitAsset(ADDRESS, new compiler.webpack.sources.RawSource(code))
      })
    })
  }
}
