import { requireNode } from './lib/node-version.mjs'

requireNode()
const { generate } = await import('./lib/generate.mjs')
process.exitCode = await generate({ check: process.argv.includes('--check') })
