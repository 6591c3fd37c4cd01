import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'

let folder

before(() => (folder = mkdtempSync(join(tmpdir(), 'minsheng-start-'))))
after(() => rmSync(folder, { recursive: true, force: true }))

/** Serves a program as `npm start` serves the server. */
function serving(text) {
  const program = join(folder, 'server.mjs')
  writeFileSync(program, text)
  const script = `import { serve } from '${new URL('start.mjs', import.meta.url)}'; process.exit(await serve('${program}'))`
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Answers every signal, and ends by itself a moment after the first. */
const polite = `
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
    console.log(signal)
    setTimeout(() => process.exit(7), 100)
  })
  setInterval(() => {}, 1000)
  console.log('listening')`

describe('serving', () => {
  it('ends with the exit code of the server', async () => {
    const [code] = await once(serving('process.exit(3)'), 'exit')
    assert.equal(code, 3)
  })

  for (const signal of ['SIGINT', 'SIGTERM']) {
    it(`hands ${signal} on once, and lets the server end in its own time`, async () => {
      const start = serving(polite)
      let output = ''
      start.stdout.setEncoding('utf8').on('data', (text) => (output += text))
      await once(start.stdout, 'data')
      start.kill(signal)
      await once(start.stdout, 'data')
      start.kill(signal)
      const [code] = await once(start, 'exit')
      assert.equal(code, 7)
      assert.equal(output, `listening\n${signal}\n`)
    })
  }

  it('says by its exit code that the server was killed', async () => {
    const [code] = await once(serving(`process.kill(process.pid, 'SIGKILL')`), 'exit')
    assert.equal(code, 137)
  })
})
