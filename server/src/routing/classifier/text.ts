/** Hashes of grams have so many bits: few of a million grams fall together, and an id takes at most three bytes. */
const BITS = 22
const SPACE = ' '
/** Looked up once: inside a test every global is looked up slowly. */
const { imul, min } = Math

/** A text as the classifier sees it, and where each of its characters stands in the text that was given. */
export interface FoldedText {
  text: string
  origins: readonly number[]
}

/** What a character is to a text: none of a word, a digit, a Latin letter, or a letter of another script. */
const [APART, DIGIT, LATIN, LETTER] = [1, 2, 3, 4]

/** Kinds of characters up to U+FFFF as far as they have been asked for; 0 is not known yet. */
const kinds = new Uint8Array(0x10000)

function kindOf(point: number): number {
  if (point > 0xffff) return kindBySign(String.fromCodePoint(point))
  const known = kinds[point] ?? 0
  return known === 0 ? (kinds[point] = kindBySign(String.fromCharCode(point))) : known
}

function kindBySign(sign: string): number {
  if (!/[\p{L}\p{M}\p{N}]/u.test(sign)) return APART
  if (/\p{N}/u.test(sign)) return DIGIT
  return /\p{Script=Latin}/u.test(sign) ? LATIN : LETTER
}

/** Of this block every character is its own plain form: nearly all that residents write. */
const isHan = (point: number): boolean => point >= 0x4e00 && point <= 0x9fff

/**
 * Full width and half width, capital and small letters are the same; what holds a digit (a phone number, a house, a
 * code of a place) is one `0`; blanks and punctuation between two words are one space. Begins and ends with a space.
 */
export function folded(original: string): FoldedText {
  const origins = [0]
  let text = SPACE
  let start = 0
  let isParted = false
  while (start < original.length) {
    const { end, kind, hasDigit, isPlain } = wordAt(original, start)
    if (kind === APART) isParted = text.length > 1
    else {
      if (isParted) {
        text += SPACE
        origins.push(start - 1)
        isParted = false
      }
      const word = original.slice(start, end)
      const plain = hasDigit ? '0' : isPlain ? word : word.normalize('NFKC').toLowerCase()
      text += plain
      for (let at = 0; at < plain.length; at++) origins.push(start + min(at, word.length - 1))
    }
    start = end
  }
  origins.push(original.length)
  return { text: text + SPACE, origins }
}

/** The longest run from a place on that is all Latin letters and digits, all other letters, or all neither. */
function wordAt(text: string, start: number) {
  let end = start
  let kind = 0
  let hasDigit = false
  let isPlain = true
  while (end < text.length) {
    const point = text.codePointAt(end) ?? 0
    const next = kindOf(point)
    const group = next === DIGIT ? LATIN : next
    if (kind !== 0 && group !== kind) break
    kind = group
    hasDigit ||= next === DIGIT
    isPlain &&= isHan(point)
    end += point > 0xffff ? 2 : 1
  }
  return { end, kind, hasDigit, isPlain }
}

/** So many places has a character in what `gramsIn` answers. */
export const LONGEST_GRAM = 3
/** Where no gram is: a blank by itself, or the end of the text. */
const NO_GRAM = -1

/** The hash of every run of one to three characters: of the run of `length` from `start` on at `3 * start + length - 1`. */
export function gramsIn(text: string): Int32Array {
  const grams = new Int32Array(text.length * LONGEST_GRAM).fill(NO_GRAM)
  for (let start = 0; start < text.length; start++) {
    let hash = 0x811c9dc5
    const most = min(LONGEST_GRAM, text.length - start)
    for (let length = 1; length <= most; length++) {
      hash = imul(hash ^ text.charCodeAt(start + length - 1), 0x9e3779b1)
      hash ^= hash >>> 15
      if (length > 1 || text.charAt(start) !== SPACE)
        grams[start * LONGEST_GRAM + length - 1] = imul(hash ^ length, 0x85ebca6b) >>> (32 - BITS)
    }
  }
  return grams
}

/** Where more lines follow, the first says what the text is about: what stands in it counts so often. */
export const OPENING_COUNTS = 3
/** A first line that is longer is no heading, but the text itself. */
const LONGEST_OPENING = 60

/** How many characters of a folded text are its heading. */
export function openingOf(original: string, { origins }: FoldedText): number {
  const end = original.trimStart().indexOf('\n')
  if (end < 1 || end > LONGEST_OPENING) return 0
  const line = end + original.length - original.trimStart().length
  return origins.findIndex((origin) => origin >= line)
}

/** The grams of a text and how often each stands in it, in its heading as often as that counts. */
export function gramsOf(text: string): Map<number, number> {
  const counts = new Map<number, number>()
  const plain = folded(text)
  const opening = openingOf(text, plain) * LONGEST_GRAM
  for (const [at, gram] of gramsIn(plain.text).entries())
    if (gram !== NO_GRAM) counts.set(gram, (counts.get(gram) ?? 0) + (at < opening ? OPENING_COUNTS : 1))
  return counts
}

/** A sentence or less, or a whole letter. The one says little, and is told apart less surely at the same confidence. */
export const textLengths = ['short', 'long'] as const
export type TextLength = (typeof textLengths)[number]

/** A text longer than this is long. */
const LONG = 40

export const lengthOf = (text: string): TextLength => (text.length > LONG ? 'long' : 'short')
