import { foldedWords } from '@minsheng/shared'

/** Feature → how much of it. Features are hashes: nothing has to be kept of texts. */
export type Features = ReadonlyMap<number, number>

const SPACE = 2 ** 20
const LONGEST_GRAM = 3
/** Beside the words of a text, what it is about and what kind of place it names count as much as they do. */
const SHARES = { subject: 1, detail: 0.7, category: 2, place: 1 }

/** What a text says of where something is. Each is a hint, no more, that a town or street sees to it. */
const placeSigns: readonly (readonly [sign: string, words: RegExp])[] = [
  ['village', /[村组]|屋场|乡亲|自然屯/],
  ['town', /[\p{Script=Han}](镇|乡)(?!长|村振兴)/u],
  ['street', /街道|社区|居委/],
  ['estate', /小区|业主|物业|花园|家园|楼盘/],
  ['road', /[路街道]/],
  ['land', /征地|征收|拆迁|安置|用地/],
  ['works', /何时|什么时候|进展|规划|建设/],
]

export interface UnitMatter {
  subject: string
  detail: string
  /** What it is about, as the classifier sees it. */
  guesses: readonly { code: string; confidence: number }[]
}

/** Which kinds of places a text names. */
export const signsIn = (text: string): string[] =>
  placeSigns.flatMap(([sign, words]) => (words.test(text) ? [sign] : []))

/** The features from which bureau or town is told. */
export function unitFeatures({ subject, detail, guesses }: UnitMatter): Features {
  const features = new Map<number, number>([[hashed('always'), 1]])
  const add = (name: string, amount: number) => {
    const feature = hashed(name)
    features.set(feature, (features.get(feature) ?? 0) + amount)
  }
  for (const [gram, weight] of gramsOf(subject)) add(`w${gram}`, weight * SHARES.subject)
  for (const [gram, weight] of gramsOf(detail)) add(`w${gram}`, weight * SHARES.detail)
  for (const { code, confidence } of guesses) {
    add(`c${code}`, confidence * SHARES.category)
    add(`f${code.replace(/\..*/, '')}`, confidence * SHARES.category)
  }
  for (const sign of signsIn(subject)) add(`s${sign}`, SHARES.place)
  for (const sign of signsIn(detail)) add(`d${sign}`, SHARES.place / 2)
  return features
}

/** The runs of at least two characters of a text, each with its feature. */
export const wordsOf = (text: string): [word: string, feature: number][] =>
  gramsOf(text).flatMap(([gram]) =>
    gram.trim().length > 1 ? [[gram.trim(), hashed(`w${gram}`)] as [string, number]] : [],
  )

/** Runs of one to three characters, a digit being as good as another, of length 1 together. */
function gramsOf(text: string): [gram: string, weight: number][] {
  const folded = foldedWords(text)
    .replace(/[\p{N}a-z]+/gu, '0')
    .replace(/[^\p{L}0]+/gu, ' ')
  const counts = new Map<string, number>()
  for (let start = 0; start < folded.length; start += 1)
    for (let length = 1; length <= LONGEST_GRAM && start + length <= folded.length; length += 1) {
      const gram = folded.substring(start, start + length)
      counts.set(gram, (counts.get(gram) ?? 0) + 1)
    }
  const weights = [...counts].map(([gram, count]): [string, number] => [gram, 1 + Math.log(count)])
  const size = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return weights.map(([gram, weight]) => [gram, weight / size])
}

/** FNV-1a, to twenty bits. */
function hashed(name: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) & (SPACE - 1)
}
