import { requireNode } from './lib/node-version.mjs'

requireNode()
const { start } = await import('./lib/start.mjs')
await start()
