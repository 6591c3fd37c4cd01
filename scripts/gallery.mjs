import { requireNode } from './lib/node-version.mjs'

requireNode()
const { gallery } = await import('./lib/gallery.mjs')
await gallery()
