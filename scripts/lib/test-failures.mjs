import { existsSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { readJson } from './project.mjs'

/** As many lines as show what was expected and what came, and no stack. */
const LINES = 14
const isOfStack = (line) => /^\s*(at |>?\s*\d* +\|)/.test(line)

/**
 * The tests that failed by what jest wrote with `--json --outputFile`, each with the beginning of what it said; a file
 * of tests that could not be loaded is one.
 * @param {string} file
 * @returns {{ name: string, said: string[] }[]}
 */
export function failuresOfJest(file) {
  if (!existsSync(file)) return []
  return readJson(file).testResults.flatMap(({ assertionResults, name, status, message }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (failed.length === 0) return status === 'failed' ? [{ name, said: beginning([message]) }] : []
    return failed.map(({ fullName, failureMessages }) => ({
      name: fullName,
      said: beginning(failureMessages),
    }))
  })
}

/** Of what is long, the first lines and those of the difference: what lies around it is known from the test. */
const beginning = (messages) => {
  const lines = messages
    .flatMap((message) => stripVTControlCharacters(message).split('\n'))
    .filter((line) => line.trim() && !isOfStack(line))
  if (lines.length <= LINES) return lines
  return lines.filter((line, index) => index < 2 || /^\s*[+-] /.test(line)).slice(0, LINES)
}
