import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import { steps } from './lib/test-steps.mjs'
import { inRoot, readJson, workspaces } from './lib/project.mjs'

const read = (file) => readFileSync(inRoot(file), 'utf8')
const found = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name)
const sorted = (names) => [...new Set(names)].sort()
const manifests = ['.', ...workspaces].map((folder) => readJson(inRoot(folder, 'package.json')))
const documents = ['CONTRIBUTING.md', 'CHANGELOG.md', 'README.md', 'README.zh-CN.md', 'docs', 'docs/adr']
  .filter((path) => existsSync(inRoot(path)))
  .flatMap((path) =>
    path.endsWith('.md') ? [path] : readdirSync(inRoot(path)).map((name) => join(path, name)),
  )
  .filter((path) => path.endsWith('.md'))

describe('.env.example', () => {
  it('names the settings that the server reads, all of them and no other', () => {
    const config = read('server/src/platform/config.ts')
    const settings = found(config, /\b(?:(?:text|integer|flag|secret|template)\('|env\.)([A-Z_]+)/g)
    assert.deepEqual(sorted(found(read('.env.example'), /^([A-Z_]+)=/gm)), sorted(settings))
  })
})

describe('docs/dependencies.md', () => {
  it('gives a reason for every direct dependency, and for nothing that is gone', () => {
    const direct = manifests.flatMap(({ dependencies, devDependencies }) =>
      Object.keys({ ...dependencies, ...devDependencies }),
    )
    const inFirstColumn = found(read('docs/dependencies.md'), /^\|([^|]+)\|/gm).flatMap((cell) =>
      found(cell, /`([^`]+)`/g),
    )
    assert.deepEqual(sorted(inFirstColumn), sorted(direct.filter((name) => !name.startsWith('@minsheng/'))))
  })
})

describe('the documents', () => {
  it('name commands that exist', () => {
    const scripts = manifests.flatMap((manifest) => Object.keys(manifest.scripts))
    const commands = documents.flatMap((file) =>
      found(read(file), /[`\n]pnpm (?:--filter \S+ )?([a-z][\w:]*)/g),
    )
    assert.deepEqual(
      sorted(commands).filter((name) => !scripts.includes(name) && name !== 'install'),
      [],
    )
  })

  it('name the steps of the test as they are', () => {
    const [list] = /The steps: ([^.]+)\./.exec(read('CONTRIBUTING.md')).slice(1)
    assert.deepEqual(
      found(list, /`(\w+)`/g),
      steps.map(({ name }) => name),
    )
  })

  it('link to files that exist', () => {
    const broken = documents.flatMap((file) =>
      found(read(file), /\]\((?!https?:)([^)#]+)[^)]*\)/g).filter(
        (target) => !existsSync(inRoot(dirname(file), target)),
      ),
    )
    assert.deepEqual(broken, [])
  })
})
