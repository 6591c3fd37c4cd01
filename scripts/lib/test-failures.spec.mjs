import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import { cacheFolder } from './project.mjs'
import { failuresOfJest } from './test-failures.mjs'

let file
before(() => {
  mkdirSync(cacheFolder, { recursive: true })
  file = join(mkdtempSync(join(cacheFolder, 'failures-')), 'result.json')
})
after(() => rmSync(join(file, '..'), { recursive: true }))

const told = (...testResults) => {
  writeFileSync(file, JSON.stringify({ testResults }))
  return failuresOfJest(file)
}

it('says of a failed test what differed, without colours and stack, however long it is', () => {
  const same = Array.from({ length: 40 }, (_, index) => `    same ${index}`)
  const message = [
    '\u001b[31mexpect(received).toEqual(expected)\u001b[39m',
    '- Expected  - 1',
    ...same,
    '-   "small": [],',
    '+   "small": ["好 40×40"],',
    '    at Object.toEqual (a.spec.ts:86:44)',
  ].join('\n')
  const failed = { status: 'failed', fullName: 'every page is large', failureMessages: [message] }
  assert.deepEqual(told({ assertionResults: [failed, { status: 'passed' }] }), [
    {
      name: 'every page is large',
      said: [
        'expect(received).toEqual(expected)',
        '- Expected  - 1',
        '-   "small": [],',
        '+   "small": ["好 40×40"],',
      ],
    },
  ])
})

it('names a file that could not be loaded', () => {
  const broken = { name: 'a.spec.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] }
  assert.deepEqual(told(broken), [{ name: 'a.spec.ts', said: ['Cannot find module'] }])
})

it('is content where nothing was written', () => assert.deepEqual(failuresOfJest(`${file}.none`), []))
