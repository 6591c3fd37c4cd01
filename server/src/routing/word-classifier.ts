/** From this confidence on, a need is dispatched without asking a dispatcher. */
export const SURE = 0.6

export interface WordedCategory {
  id: string
  /** Words and short phrases that people type about this category and seldom about another. */
  words: readonly string[]
}

export interface CategoryGuess {
  categoryId: string
  /** 0–1. Two guesses that are equally well supported get at most 0.5 each. */
  confidence: number
}

interface Word {
  weight: number
  categoryIds: string[]
}

/** What a word of that many characters says, beside one of two characters. */
const weightOfLength = (length: number) => Math.min(0.4 + 0.4 * length, 2.8)

/** So much evidence, without a rival, is a confidence of 1 − 1/e. One short word of a single category is 1.2. */
const evidenceUnit = 1

/**
 * Guesses the category of a need from the words in it.
 *
 * A word counts by its length and by how few categories use it, alone or inside a longer word. The cost of a
 * guess is proportional to the length of the text, not to the number of words: every substring of a length
 * that occurs with its first character is looked up once.
 */
export class WordClassifier {
  private readonly words: ReadonlyMap<string, Word>
  /** By first character the lengths that occur, longest first. Most characters begin no word. */
  private readonly lengths: ReadonlyMap<string, readonly number[]>

  constructor(categories: readonly WordedCategory[]) {
    this.words = weighed(categories)
    this.lengths = lengthsByStart([...this.words.keys()])
  }

  /**
   * The likeliest categories, best first, at most `most`; none when the text holds no known word.
   * Full width and half width, capital and small letters are the same.
   */
  guess(text: string, most = 5): CategoryGuess[] {
    const evidence = new Map<string, number>()
    for (const word of this.wordsIn(folded(text)))
      for (const id of word.categoryIds) evidence.set(id, (evidence.get(id) ?? 0) + word.weight)

    const ranked = [...evidence].sort(([, a], [, b]) => b - a)
    const [best = 0, second = 0] = ranked.map(([, amount]) => amount)
    return ranked.slice(0, most).map(([categoryId, amount], place) => ({
      categoryId,
      confidence: confidenceOf(amount, place === 0 ? second : best),
    }))
  }

  /** Known words of a text, each once; a word inside a longer one found at the same place does not count. */
  private wordsIn(text: string): Set<Word> {
    const found = new Set<Word>()
    let end = 0
    for (let start = 0; start < text.length; start++) {
      const known = this.longestAt(text, start)
      if (!known || start + known.length <= end) continue
      found.add(known.word)
      end = start + known.length
    }
    return found
  }

  private longestAt(text: string, start: number): { length: number; word: Word } | undefined {
    for (const length of this.lengths.get(text.charAt(start)) ?? []) {
      const word = start + length <= text.length && this.words.get(text.substring(start, start + length))
      if (word) return { length, word }
    }
    return undefined
  }
}

/** High when there is enough evidence and no rival with nearly as much. */
function confidenceOf(evidence: number, rival: number): number {
  const enough = 1 - Math.exp(-evidence / evidenceUnit)
  return enough * (evidence / (evidence + rival))
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase()

function lengthsByStart(words: readonly string[]): Map<string, number[]> {
  const lengths = new Map<string, number[]>()
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const known = lengths.get(word.charAt(0)) ?? []
    if (known.at(-1) !== word.length) known.push(word.length)
    lengths.set(word.charAt(0), known)
  }
  return lengths
}

function weighed(categories: readonly WordedCategory[]): Map<string, Word> {
  const words = new Map<string, Word>()
  for (const { id, words: own } of categories)
    for (const text of new Set(own.map(folded))) {
      const word = words.get(text)
      if (word) word.categoryIds.push(id)
      else if (text !== '') words.set(text, { weight: 0, categoryIds: [id] })
    }

  const users = usersOf(words)
  for (const [text, word] of words) word.weight = weightOfLength(text.length) / (users.get(text)?.size ?? 1)
  return words
}

/** Which categories use a word, alone or inside one of their longer words. */
function usersOf(words: ReadonlyMap<string, Word>): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>()
  for (const [text, { categoryIds }] of words)
    for (let start = 0; start < text.length; start++)
      for (let end = start + 1; end <= text.length; end++) {
        const part = text.substring(start, end)
        if (!words.has(part)) continue
        const known = users.get(part) ?? new Set()
        for (const id of categoryIds) known.add(id)
        users.set(part, known)
      }
  return users
}
