import assert from 'node:assert/strict'
import { mkdtempSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { filesBelow, fingerprint, isUpToDate, stamp } from './fingerprint.mjs'
import { cacheFolder, root } from './project.mjs'

let folder
const at = (...parts) => relative(root, join(folder, ...parts))
const write = (name, text) => writeFileSync(join(folder, name), text)
const print = () => fingerprint(filesBelow([at('src')]))

before(() => {
  mkdirSync(cacheFolder, { recursive: true })
  folder = mkdtempSync(join(cacheFolder, 'fingerprint-'))
  mkdirSync(join(folder, 'src/dist'), { recursive: true })
  write('src/a.ts', 'a')
  write('result.js', 'made')
})
after(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(join(cacheFolder, 'stamps', 'of-the-spec'), { force: true })
})

describe('a fingerprint', () => {
  it('stays when only times change, or what is built', () => {
    const first = print()
    utimesSync(join(folder, 'src/a.ts'), 1, 1)
    write('src/dist/built.js', 'anything')
    assert.equal(print(), first)
  })

  it('changes with a text, and with a name', () => {
    const first = print()
    write('src/a.ts', 'b')
    const second = print()
    write('src/b.ts', '')
    assert.equal(new Set([first, second, print()]).size, 3)
  })
})

describe('a stamp', () => {
  it('holds for the same inputs as long as nobody touches the result', () => {
    const upToDate = (inputs) => isUpToDate('of-the-spec', inputs, at('result.js'))
    stamp('of-the-spec', 'inputs', at('result.js'))
    assert.equal(upToDate('inputs'), true)
    assert.equal(upToDate('other inputs'), false)
    utimesSync(join(folder, 'result.js'), 1, 1)
    assert.equal(upToDate('inputs'), false)
    rmSync(join(folder, 'result.js'))
    assert.equal(upToDate('inputs'), false)
  })
})
