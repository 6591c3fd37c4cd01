import { rmSync } from 'node:fs'
import { filesBelow, fingerprint, isUpToDate, stamp } from './fingerprint.mjs'
import { pnpm } from './pnpm.mjs'
import { progress } from './progress.mjs'
import { inRoot } from './project.mjs'

const isTest = /\.(spec|fixture)\.tsx?$|\/(test|e2e)\//
const common = ['tsconfig.base.json', 'pnpm-lock.yaml']

/**
 * What can be built: from which inputs, by which script of which workspace, into which folder, and a file there
 * that is always written.
 */
const builds = {
  shared: {
    title: '构建 shared（公共规则）',
    inputs: ['shared'],
    script: ['@minsheng/shared', 'build'],
    output: 'shared/dist',
    result: 'shared/dist/index.js',
  },
  server: {
    title: '构建 server（服务端）',
    inputs: [
      'shared',
      'server/src',
      'server/package.json',
      'server/tsconfig.json',
      'server/tsconfig.build.json',
    ],
    script: ['@minsheng/server', 'build'],
    output: 'server/dist',
    result: 'server/dist/.tsbuildinfo',
  },
  h5: {
    title: '构建 miniapp 网页版（h5）',
    inputs: ['shared', 'miniapp'],
    script: ['@minsheng/miniapp', 'build:h5'],
    output: 'miniapp/dist/h5',
    result: 'miniapp/dist/h5/index.html',
  },
  weapp: {
    title: '构建 miniapp 微信小程序（weapp）',
    inputs: ['shared', 'miniapp'],
    script: ['@minsheng/miniapp', 'build:weapp'],
    output: 'miniapp/dist/weapp',
    result: 'miniapp/dist/weapp/app.js',
  },
}

/**
 * Builds what changed since it was built last. The old output goes first, so that nothing of a file that is gone
 * stays behind.
 * @param {...keyof typeof builds} names in the order in which they need each other
 */
export async function build(...names) {
  for (const name of names) {
    const { title, inputs, script, output, result } = builds[name]
    const print = fingerprint(filesBelow([...common, ...inputs]).filter((file) => !isTest.test(file)))
    if (isUpToDate(name, print, result)) continue
    rmSync(inRoot(output), { recursive: true, force: true })
    const [workspace, task] = script
    await progress(title, () => pnpm(['--filter', workspace, task], { log: `build-${name}` }))
    stamp(name, print, result)
  }
}
