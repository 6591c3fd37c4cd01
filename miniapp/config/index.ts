import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import { FirstBox } from './first-box'
import { OfflinePages } from './offline-pages'
import { Precompress } from './precompress'

const root = path.resolve(__dirname, '..')
/** Our own package is published as modern JavaScript, so it is compiled like the sources. */
const shared = path.resolve(root, '../shared/dist')
/** Published with class fields, which not all phones know: all its packages lie side by side and begin alike. */
const [stablelib] = realpathSync(path.resolve(root, 'node_modules/@stablelib/gcm')).split('+')
const modern = [shared, stablelib]
const isWeapp = process.env.TARO_ENV === 'weapp'

const cssModules = {
  enable: true,
  config: { namingPattern: 'module', generateScopedName: '[local]_[hash:base64:5]' },
} as const
/** Sizes are written in logical pixels on both targets: text must not grow with the width of the screen. */
const pxtransform = { enable: false, config: {} }

export default defineConfig<'webpack5'>(async (merge) => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'minsheng',
    date: '2026-11-21',
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    copy: isWeapp
      ? {
          patterns: ['sitemap.json', 'assets/share-card.png'].map((file) => ({
            from: `src/${file}`,
            to: `dist/weapp/${file}`,
          })),
          options: {},
        }
      : undefined,
    plugins: isWeapp ? [path.join(root, 'plugins/aria')] : [],
    alias: { '@': path.join(root, 'src') },
    defineConstants: {
      API_ORIGIN: JSON.stringify(isWeapp ? (process.env.TARO_APP_API ?? 'http://127.0.0.1:3000') : ''),
    },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // Chinese text as UTF-8 (3 bytes) instead of \uXXXX (6 bytes).
    terser: { enable: true, config: { output: { ascii_only: false, comments: false } } },
    mini: {
      compile: { include: modern },
      optimizeMainPackage: { enable: true },
      minifyXML: { collapseWhitespace: true },
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform, cssModules },
    },
    h5: {
      compile: { include: modern },
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'browser' },
      webpackChain: (chain) => {
        // One script for what every page needs: each further one is a request before the first page can be used.
        chain.optimization.set('splitChunks', false)
        chain.plugin('first-box').use(FirstBox)
        if (process.env.NODE_ENV === 'production') chain.plugin('offline-pages').use(OfflinePages)
        chain.plugin('precompress').use(Precompress)
        // Every page is fetched while the phone has time: without signal the next one is there too.
        chain.merge({ module: { parser: { javascript: { dynamicImportPrefetch: true } } } })
        // What the first page may weigh, in bytes before compression; more is a warning.
        chain.performance.maxAssetSize(440_000).maxEntrypointSize(480_000)
      },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { autoprefixer: { enable: true, config: {} }, pxtransform, cssModules },
      devServer: {
        port: 10086,
        open: false,
        proxy: [{ context: ['/api'], target: 'http://127.0.0.1:3000' }],
      },
    },
  }
  return merge({}, config)
})
