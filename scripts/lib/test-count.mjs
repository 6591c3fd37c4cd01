import { existsSync } from 'node:fs'
import { readJson } from './project.mjs'

export const noTests = Object.freeze({ passed: 0, failed: 0, skipped: 0 })

/** @param {typeof noTests} a @param {typeof noTests} b */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/**
 * Counts what jest wrote with `--json --outputFile`. A file of tests that could not even be loaded counts as one
 * failed test.
 * @param {string} file
 */
export function countOfJest(file) {
  if (!existsSync(file)) return noTests
  const result = readJson(file)
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  }
}

/** Counts the summary lines of `node --test` in TAP. @param {string} tap */
export function countOfTap(tap) {
  const line = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0)
  return {
    passed: line('pass'),
    failed: line('fail') + line('cancelled'),
    skipped: line('skipped') + line('todo'),
  }
}

/** @param {typeof noTests} count */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`
