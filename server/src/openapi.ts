import 'reflect-metadata'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApplication } from './application.js'
import { openDatabase } from './database.js'
import { openApiDocument } from './openapi-document.js'
import { loadConfig } from './platform/config.js'
import { Present } from './platform/present.js'

// Prints the OpenAPI document. Needs no database but an empty one of its own.
const dataDir = mkdtempSync(join(tmpdir(), 'minsheng-openapi-'))
try {
  const config = loadConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent', DEMONSTRATION: 'false' })
  const present = new Present()
  const app = await createApplication({ config, present, ...(await openDatabase(config)) })
  await app.init()
  process.stdout.write(`${JSON.stringify(openApiDocument(app), null, 2)}\n`)
  await app.close()
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
