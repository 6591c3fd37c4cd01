import { readdirSync, readFileSync, statSync } from 'node:fs'
import { judged } from '../dist/routing/classifier/judgement.js'
import { decoded } from '../dist/routing/classifier/model-file.js'
import { shippedFile } from '../dist/routing/classifier/shipped.js'
import { median, percentile, print, printAims } from './parts/report.mjs'

/**
 * `pnpm bench routing`: what the shipped model costs a text, beside a bare counting of the same runs of characters, and
 * what it costs to read the model, beside a bare parsing of as many bytes of JSON. docs/benchmarks.md
 */
const SHORT = 20
const LONG = 400
const MOST = 1_500
const WORDS = 3

/** Texts of our own: short ones as they stand, long ones put together of several. */
function texts() {
  const folder = new URL('../routing-corpus/', import.meta.url)
  const lines = readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n').filter(Boolean))
    .map((line) => line.split('\t')[1])
  const short = lines.filter(({ length }) => length >= SHORT - 6 && length <= SHORT + 6).slice(0, MOST)
  const long = Array.from({ length: MOST }, (_, n) => {
    let text = ''
    for (let at = n * 7; text.length < LONG; at += 1) text += `${lines[(at * 7919) % lines.length]}。`
    return text.slice(0, LONG)
  })
  return { short, long }
}

/** Everything that routing asks of the model about one need. */
function route(model, text) {
  const reading = model.read(text)
  const { guesses } = judged(reading, 2)
  return guesses.map(({ code }) => reading.reasons(code, WORDS))
}

/** The least that a classifier of this kind can do: counts runs of one to three characters, by their text. */
function count(text) {
  const counts = new Map()
  for (let start = 0; start < text.length; start += 1)
    for (let length = 1; length <= 3 && start + length <= text.length; length += 1) {
      const gram = text.slice(start, start + length)
      counts.set(gram, (counts.get(gram) ?? 0) + 1)
    }
  return counts
}

/** Microseconds of each call, in ascending order, after a round that is not counted. */
function timed(all, work) {
  for (const each of all) work(each)
  return all
    .map((each) => {
      const began = performance.now()
      work(each)
      return (performance.now() - began) * 1000
    })
    .sort((a, b) => a - b)
}

const bytes = readFileSync(shippedFile)
const json = JSON.stringify([...bytes])
// Without warming up: a server reads its model once.
const [load] = [performance.now()].map((began) => (decoded(bytes), performance.now() - began))
const [parse] = [performance.now()].map((began) => (JSON.parse(json), performance.now() - began))
const model = decoded(bytes)
const { short, long } = texts()
const measured = Object.entries({ short, long }).map(([name, all]) => ({
  name,
  routed: timed(all, (text) => route(model, text)),
  counted: timed(all, count),
}))
const micros = (value) => `${value.toFixed(0)} µs`
print(
  ['one text', 'median', 'p99', 'bare counting, median', 'ratio'],
  measured.map(({ name, routed, counted }) => [
    name,
    micros(median(routed)),
    micros(percentile(routed, 99)),
    micros(median(counted)),
    (median(routed) / median(counted)).toFixed(1),
  ]),
)
console.log(`model read in ${load.toFixed(1)} ms; as many numbers parsed as JSON in ${parse.toFixed(1)} ms\n`)
const aim = (what, limit, value, unit) => ({
  what,
  limit: `≤ ${limit} ${unit}`,
  measured: `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`,
  isMet: value <= limit,
})
const [brief, whole] = measured
printAims([
  aim('a short text, median', 100, median(brief.routed), 'µs'),
  aim('a long text, median', 1000, median(whole.routed), 'µs'),
  aim('a short text : bare counting', 12, median(brief.routed) / median(brief.counted), ''),
  aim('a long text : bare counting', 6, median(whole.routed) / median(whole.counted), ''),
  aim('reading the model', 50, load, 'ms'),
  aim('the model’s file', 300, statSync(shippedFile).size / 1000, 'KB'),
])
