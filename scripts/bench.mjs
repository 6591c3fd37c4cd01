import { requireNode } from './lib/node-version.mjs'

requireNode()
const { bench } = await import('./lib/bench.mjs')
process.exitCode = await bench(process.argv.slice(2))
