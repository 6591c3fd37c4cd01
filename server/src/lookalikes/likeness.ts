import { placeNamesIn } from './place-names.js'
import { finish, STEPS, type Steps } from './steps.js'

/** What two needs are compared by. */
export interface Writing {
  title: string
  text: string
  /** A mark of where it is, as far as that is known beside the words. */
  place?: string
}

/** How much each part of a writing says about it: numbers of parts, ascending, and their weights, of length 1. */
export interface Vector {
  parts: Uint32Array
  weights: Float32Array
}
export const none: Vector = { parts: new Uint32Array(), weights: new Float32Array() }

/** A writing as it is compared: by all its pairs of characters, and by what may be names of places in it. */
export interface Portrait {
  words: Vector
  places: Vector
}

/** Beyond so many characters people tell the story rather than the matter. */
const READ = 300
/** The share of the likeness of words that counts where both name places, and no place is the same. */
const ELSEWHERE = 0.5

/** What is said out of courtesy, whatever the matter. */
const courtesies =
  /尊敬的|[您你]们?好|谢谢|感谢|(?:恳请|[请望盼])?(?:各级|各位|有关|相关|政府)*(?:领导|部门)们?|(?:恳请|希望|[请望盼])?(?:尽快|及时|早日)(?:予以)?(?:处理|解决|回复|答复)(?:一下)?/gu

/** Only characters, digits and letters, in one width and case, without courtesies; a blank for anything between. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(courtesies, ' ')
    .replace(/[^\p{Script=Han}a-z0-9]+/gu, ' ')
    .trim()

const BLANK = ' '.charCodeAt(0)

/**
 * The pairs of neighbouring characters: short texts are compared best by them, and no dictionary is needed. A pair is
 * a number, so that nothing has to be cut out of the text.
 */
function pairsIn(text: string): number[] {
  const pairs: number[] = []
  for (let at = 1, first = text.charCodeAt(0); at < text.length; at += 1) {
    const second = text.charCodeAt(at)
    if (first !== BLANK && second !== BLANK) pairs.push((first << 16) | second)
    first = second
  }
  return pairs
}

/** The number of what no writing has. */
const NOBODYS = 0

/** TF-IDF: what many writings contain says little, what few contain says much. */
class Vocabulary<Part> {
  private readonly numbers = new Map<Part, number>()
  /** How many writings contain each. */
  private readonly writings: number[] = []
  private total = 0
  /** How often each stands in the writing that is being read; 0 in between. */
  private readonly counts: number[] = []

  /** Numbers what one more writing contains. Its weights are counts until all are noted and `weigh` is called. */
  note(parts: readonly Part[]): Vector {
    for (const part of parts) if (!this.numbers.has(part)) this.numbers.set(part, this.numbers.size + 1)
    const vector = this.vectorOf(parts)
    for (const number of vector.parts) this.writings[number] = (this.writings[number] ?? 0) + 1
    this.total += 1
    return vector
  }

  /** Parts of a writing with their counts. All that nobody has are one. */
  vectorOf(all: readonly Part[]): Vector {
    const found: number[] = []
    for (const part of all) {
      const number = this.numbers.get(part) ?? NOBODYS
      const count = this.counts[number] ?? 0
      if (count === 0) found.push(number)
      this.counts[number] = count + 1
    }
    const parts = new Uint32Array(found).sort()
    const weights = new Float32Array(parts.length)
    for (let at = 0; at < parts.length; at += 1) {
      const number = parts[at] ?? NOBODYS
      weights[at] = this.counts[number] ?? 0
      this.counts[number] = 0
    }
    return { parts, weights }
  }

  /** Puts weights in place of counts. */
  weigh({ parts, weights }: Vector): void {
    let squares = 0
    for (let at = 0; at < parts.length; at += 1) {
      const weight = this.weightOf(parts[at] ?? NOBODYS, weights[at] ?? 1)
      weights[at] = weight
      squares += weight * weight
    }
    const length = Math.sqrt(squares) || 1
    for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) / length
  }

  private weightOf(part: number, count: number): number {
    if (part === NOBODYS) return Math.sqrt(count) * Math.log(1 + this.total)
    return (1 + Math.log(count)) * Math.log(1 + this.total / (this.writings[part] ?? 1))
  }
}

/** Makes portraits of writings that are compared with one another, and afterwards of others by the same weights. */
export class Portraits {
  private readonly words = new Vocabulary<number>()
  private readonly places = new Vocabulary<string>()

  /** Of another one: what none of them has makes it longer, and like nothing. */
  like(writing: Writing): Portrait {
    const parts = partsOf(writing)
    const portrait = { words: this.words.vectorOf(parts.words), places: this.places.vectorOf(parts.places) }
    this.weigh(portrait)
    return portrait
  }

  *among(writings: readonly Writing[]): Steps<Portrait[]> {
    const portraits: Portrait[] = []
    for (const [at, writing] of writings.entries()) {
      if (at % STEPS === 0) yield
      const { words, places } = partsOf(writing)
      portraits.push({ words: this.words.note(words), places: this.places.note(places) })
    }
    for (const [at, portrait] of portraits.entries()) {
      if (at % STEPS === 0) yield
      this.weigh(portrait)
    }
    return portraits
  }

  private weigh({ words, places }: Portrait): void {
    this.words.weigh(words)
    this.places.weigh(places)
  }
}

/** Portraits of a few. */
export const portraitsOf = (writings: readonly Writing[]): Portrait[] =>
  finish(new Portraits().among(writings))

/** All that a writing consists of, what stands in the title once more. */
function partsOf({ title, text, place }: Writing): { words: number[]; places: string[] } {
  const [head, body] = [plain(title), plain(text.slice(0, READ))]
  const read = `${head} ${head} ${body}`
  const places = placeNamesIn(read)
  if (place !== undefined) places.push(place)
  return { words: pairsIn(read), places }
}

export function cosine(one: Vector, other: Vector): number {
  let sum = 0
  for (let i = 0, j = 0; i < one.parts.length && j < other.parts.length;) {
    const difference = (one.parts[i] ?? 0) - (other.parts[j] ?? 0)
    if (difference === 0) sum += (one.weights[i] ?? 0) * (other.weights[j] ?? 0)
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return sum
}

/** How much the places that both name speak for one matter: half where none is the same, one and a half where all are. */
export function placeFactor(one: Vector, other: Vector): number {
  if (one.parts.length === 0 || other.parts.length === 0) return 1
  return ELSEWHERE + cosine(one, other)
}

/** From 0, nothing in common, to 1.5, the same words about the same place. */
export const likeness = (one: Portrait, other: Portrait): number =>
  cosine(one.words, other.words) * placeFactor(one.places, other.places)
