import { requireNode } from './lib/node-version.mjs'

requireNode()
const { tool } = await import('./lib/tool.mjs')
process.exitCode = await tool(process.argv.slice(2))
