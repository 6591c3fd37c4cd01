import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { ESLint } from 'eslint'
import { root } from '../lib/project.mjs'

/** A repository in small, with one file for each way to break a rule. */
const house = {
  'shared/src/index.ts': `export * from './clock.js'`,
  'shared/src/clock.ts': `import { readFileSync } from 'node:fs'\nexport const clock = readFileSync`,
  'shared/src/inside-out.ts': `export * from '../../server/src/main.js'`,
  'server/src/main.ts': `import './intake/need.service.js'\nimport '@minsheng/shared'`,
  'server/src/platform/paging.ts': `export const page = 1`,
  'server/src/platform/domain.ts': `import { done } from '../handling/index.js'\nexport const known = done`,
  'server/src/intake/index.ts': `export * from './need.service.js'`,
  'server/src/intake/need.service.ts': `import { route } from '../routing/index.js'\nimport { page } from '../platform/paging.js'\nexport const need = [route, page]`,
  'server/src/intake/reaches-past.ts': `import { table } from '../routing/table.js'\nexport const past = table`,
  'server/src/intake/reaches-up.ts': `import '../main.js'`,
  'server/src/intake/reaches-lazily.ts': `export const table = import('../routing/table.js')`,
  'server/src/intake/reaches-past.spec.ts': `import { table } from '../routing/table.js'\nexport const seen = table`,
  'server/src/routing/index.ts': `export * from './table.js'`,
  'server/src/routing/table.ts': `export const table = 1\nexport const route = 2`,
  'server/src/routing/asks-back.ts': `import type { need } from '../intake/index.js'\nexport type Asked = typeof need`,
  'server/src/handling/index.ts': `export const done = 1`,
  'server/src/handling/here.ts': `import { there } from './there.js'\nexport const here = (): unknown => there`,
  'server/src/handling/there.ts': `import { here } from './here.js'\nexport const there = (): unknown => here`,
  'miniapp/src/a.ts': `export * from '@/b'`,
  'miniapp/src/b.tsx': `export * from './a'`,
  'miniapp/src/page.tsx': `import '@minsheng/server'\nimport '../../server/src/main.js'`,
  'miniapp/src/browser.ts': `export const width = window.innerWidth\nexport const answer = fetch('/')`,
  'miniapp/src/browser.h5.ts': `export const width = window.innerWidth`,
  'server/src/handling/sloppy.ts': `export const loose: any = 1
export const first = (list: string[]) => list[0]!.length
export const forgotten = () => { Promise.resolve(1) }
export function words(state: 'open' | 'shut') { switch (state) { case 'open': return 1 } return 0 }`,
}

const aTypeScriptProject = JSON.stringify({
  compilerOptions: { strict: true, module: 'nodenext', noUncheckedIndexedAccess: true, types: [] },
  include: ['src'],
})

let folder
/** @type {Map<string, { rule: string, message: string }[]>} */
let reports

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minsheng-lint-'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  cpSync(join(root, 'eslint.config.js'), join(folder, 'eslint.config.js'))
  cpSync(join(root, 'scripts/lint'), join(folder, 'scripts/lint'), { recursive: true })
  write('package.json', '{ "type": "module" }')
  for (const workspace of ['shared', 'server', 'miniapp'])
    write(`${workspace}/tsconfig.json`, aTypeScriptProject)
  for (const [file, text] of Object.entries(house)) write(file, `${text}\n`)
  const results = await new ESLint({ cwd: folder }).lintFiles(['shared', 'server', 'miniapp'])
  reports = new Map(
    results.map(({ filePath, messages }) => [
      filePath.slice(folder.length + 1),
      messages.map(({ ruleId, message }) => ({ rule: ruleId, message })),
    ]),
  )
})

after(() => rmSync(folder, { recursive: true, force: true }))

function write(file, text) {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

/** The reports of one rule on one file. */
const reported = (file, rule) => reports.get(file).filter((report) => report.rule === rule)
const isReported = (file, rule, count = 1) =>
  assert.equal(reported(file, rule).length, count, `${file}: ${JSON.stringify(reports.get(file))}`)

describe('who may import whom', () => {
  it('lets shared import nobody, neither a package nor another workspace', () => {
    isReported('shared/src/clock.ts', 'house/layers')
    isReported('shared/src/inside-out.ts', 'house/layers')
    isReported('shared/src/index.ts', 'house/layers', 0)
  })

  it('opens a capability to others through its index alone', () => {
    isReported('server/src/intake/need.service.ts', 'house/layers', 0)
    isReported('server/src/intake/reaches-past.ts', 'house/layers')
    isReported('server/src/intake/reaches-lazily.ts', 'house/layers')
  })

  it('keeps a capability from the top-level files of the server, which may import anything', () => {
    isReported('server/src/intake/reaches-up.ts', 'house/layers')
    isReported('server/src/main.ts', 'house/layers', 0)
  })

  it('keeps the platform free of capabilities', () => {
    isReported('server/src/platform/domain.ts', 'house/layers')
  })

  it('lets a spec look behind the face', () => {
    isReported('server/src/intake/reaches-past.spec.ts', 'house/layers', 0)
  })

  it('keeps the mini-program from the server', () => {
    isReported('miniapp/src/page.tsx', 'house/layers', 2)
  })
})

describe('circles', () => {
  it('are reported between files, on both sides, with the way around', () => {
    const [circle] = reported('server/src/handling/here.ts', 'house/no-circle')
    assert.match(circle.message, /here\.ts → .*there\.ts → .*here\.ts/)
    isReported('server/src/handling/there.ts', 'house/no-circle')
  })

  it('are reported through the short name of the mini-program too', () => {
    isReported('miniapp/src/a.ts', 'house/no-circle')
    isReported('miniapp/src/b.tsx', 'house/no-circle')
  })

  it('are reported between capabilities, even where no two files form one', () => {
    const [circle] = reported('server/src/routing/asks-back.ts', 'house/no-circle')
    assert.match(circle.message, /routing → intake → routing/)
    isReported('server/src/intake/need.service.ts', 'house/no-circle')
  })

  it('are not seen where there are none', () => {
    isReported('server/src/main.ts', 'house/no-circle', 0)
    isReported('server/src/intake/index.ts', 'house/no-circle', 0)
  })
})

describe('strictness', () => {
  it('reports any, a bold !, a forgotten promise and a switch with a hole', () => {
    for (const rule of [
      'no-explicit-any',
      'no-non-null-assertion',
      'no-floating-promises',
      'switch-exhaustiveness-check',
    ]) {
      isReported('server/src/handling/sloppy.ts', `@typescript-eslint/${rule}`)
    }
  })

  it('reports a global of the browser in the mini-program, outside of the web files', () => {
    isReported('miniapp/src/browser.ts', 'no-restricted-globals', 2)
    isReported('miniapp/src/browser.h5.ts', 'no-restricted-globals', 0)
  })
})
