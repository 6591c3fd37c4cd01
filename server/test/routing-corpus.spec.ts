import { describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../routing-corpus/', import.meta.url)
const seed = new URL('../seed/categories.json', import.meta.url)
/** Two texts that share more of their pairs of characters are one text, written twice. */
const ALIKE = 0.6
const FEWEST_TEXTS = 36

const fields = JSON.parse(readFileSync(seed, 'utf8')) as { code: string; children: { code: string }[] }[]
/** Bare words, ordinary texts that are judged by and not learned from, and the kinds of unit. */
const apart = ['terms.tsv', 'ordinary.tsv', 'unit-kinds.tsv']
const files = readdirSync(folder).filter((name) => name.endsWith('.tsv') && !apart.includes(name))
const examples = files.flatMap((file) =>
  readFileSync(new URL(file, folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [category = '', text = '', ...more] = line.split('\t')
      return { file, line, category, text, isWhole: text.trim() !== '' && more.length === 0 }
    }),
)

/** Neighbouring characters of a text, without width, case, blanks and stops. */
function pairsOf(text: string): Set<string> {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ]
  return new Set(letters.slice(1).map((letter, place) => `${letters[place]}${letter}`))
}

/** Every pair of texts that are nearly the same. Compares only texts that have something in common. */
function nearlyTheSame(texts: readonly string[]): [string, string][] {
  const pairs = texts.map(pairsOf)
  const holders = new Map<string, number[]>()
  const found: [string, string][] = []
  for (const [later, own] of pairs.entries()) {
    const shared = new Map<number, number>()
    for (const pair of own) {
      const earlier = holders.get(pair) ?? []
      for (const holder of earlier) shared.set(holder, (shared.get(holder) ?? 0) + 1)
      holders.set(pair, [...earlier, later])
    }
    for (const [earlier, common] of shared) {
      const all = own.size + (pairs[earlier]?.size ?? 0) - common
      if (common / all >= ALIKE) found.push([texts[earlier] ?? '', texts[later] ?? ''])
    }
  }
  return found
}

describe('the corpus for routing', () => {
  it('is one category and one text a line, in the file of its field', () => {
    const known = new Map(
      fields.flatMap(({ code, children }) => children.map((child): [string, string] => [child.code, code])),
    )
    known.set('none', 'none')
    const wrong = examples.filter(
      ({ file, category, isWhole }) => !isWhole || `${known.get(category)}.tsv` !== file,
    )
    expect(wrong.map(({ file, line }) => `${file}: ${line}`)).toEqual([])
  })

  it('has enough texts for every category', () => {
    const count = (code: string) => examples.filter(({ category }) => category === code).length
    const codes = fields.flatMap(({ children }) => children.map(({ code }) => code))
    expect([...codes, 'none'].filter((code) => count(code) < FEWEST_TEXTS)).toEqual([])
  })

  it('says nothing twice', () => {
    expect(nearlyTheSame(['路灯坏了半个月没人修', '路灯坏了，半个月没人修！'])).toHaveLength(1)
    expect(nearlyTheSame(examples.map(({ text }) => text))).toEqual([])
  })

  it('holds no number of a phone or an identity card', () => {
    const telling = examples.filter(({ text }) => /1[3-9]\d{9}|\d{17}[\dXx]/.test(text))
    expect(telling.map(({ line }) => line)).toEqual([])
  })
})
