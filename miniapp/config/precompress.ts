import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Compiler } from 'webpack'

const worthIt = /\.(html|js|css|svg|json)$/
const SMALLEST = 1024

/**
 * Writes a `.br` and a `.gz` beside each file, packed as hard as can be, once at build time: the server sends them as
 * they are.
 */
export class Precompress {
  apply(compiler: Compiler) {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.compilation.tap('Precompress', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER
      compilation.hooks.processAssets.tap({ name: 'Precompress', stage }, (assets) => {
        for (const [name, asset] of Object.entries(assets)) {
          const bytes = Buffer.from(asset.source())
          if (!worthIt.test(name) || bytes.length < SMALLEST) continue
          const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
          compilation.emitAsset(`${name}.br`, new sources.RawSource(brotliCompressSync(bytes, { params })))
          compilation.emitAsset(`${name}.gz`, new sources.RawSource(gzipSync(bytes, { level: 9 })))
        }
      })
    })
  }
}
