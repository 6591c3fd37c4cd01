/** Hashes of grams have so many bits: few of a million grams fall together, and an id takes at most three bytes. */
const BITS = 22
const LONGEST_GRAM = 3
const SPACE = ' '
/** Looked up once: inside a test every global is looked up slowly. */
const { imul, min } = Math

/** A text as the classifier sees it, and where each of its characters stands in the text that was given. */
export interface FoldedText {
  text: string
  origins: readonly number[]
}

/**
 * Full width and half width, capital and small letters are the same; what holds a digit (a phone number, a house, a
 * code of a place) is one `0`; blanks and punctuation between two words are one space. Begins and ends with a space.
 */
export function folded(original: string): FoldedText {
  const origins = [0]
  let text = SPACE
  for (const { 0: run, index } of original.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (text.length > 1) {
      text += SPACE
      origins.push(index - 1)
    }
    for (const { 0: word, index: start } of run.matchAll(
      /[\p{Script=Latin}\p{N}]+|[^\p{Script=Latin}\p{N}]+/gu,
    )) {
      const plain = /\p{N}/u.test(word) ? '0' : word.normalize('NFKC').toLowerCase()
      text += plain
      for (let at = 0; at < plain.length; at++) origins.push(index + start + min(at, word.length - 1))
    }
  }
  origins.push(original.length)
  return { text: text + SPACE, origins }
}

/** Calls back with the hash of every run of one to three characters, its place and its length. */
export function eachGram(text: string, call: (gram: number, start: number, length: number) => void): void {
  for (let start = 0; start < text.length; start++) {
    let hash = 0x811c9dc5
    const most = min(LONGEST_GRAM, text.length - start)
    for (let length = 1; length <= most; length++) {
      hash = imul(hash ^ text.charCodeAt(start + length - 1), 0x9e3779b1)
      hash ^= hash >>> 15
      const isBlank = length === 1 && text.charAt(start) === SPACE
      if (!isBlank) call(imul(hash ^ length, 0x85ebca6b) >>> (32 - BITS), start, length)
    }
  }
}

/** The grams of a text and how often each stands in it. */
export function gramsOf(text: string): Map<number, number> {
  const counts = new Map<number, number>()
  eachGram(folded(text).text, (gram) => counts.set(gram, (counts.get(gram) ?? 0) + 1))
  return counts
}
