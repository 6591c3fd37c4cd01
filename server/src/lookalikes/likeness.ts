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

/** A writing as it is compared: by all its pairs of characters, and by what may be names of places in it. */
export interface Portrait {
  words: Vector
  places: Vector
}

/** Beyond so many characters people tell the story rather than the matter. */
const READ = 300
/** What stands in the title is said twice. */
const TITLE = 2
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

/** The pairs of neighbouring characters: short texts are compared best by them, and no dictionary is needed. */
function pairsIn(text: string): string[] {
  return text.split(' ').flatMap((piece) => {
    const characters = [...piece]
    return characters.slice(1).map((second, at) => `${characters[at] ?? ''}${second}`)
  })
}

type Counts = Map<string, number>

function countIn({ title, text }: Writing, partsIn: (text: string) => readonly string[]): Counts {
  const counts: Counts = new Map()
  for (const [read, times] of [
    [plain(title), TITLE],
    [plain(text.slice(0, READ)), 1],
  ] as const)
    for (const part of partsIn(read)) counts.set(part, (counts.get(part) ?? 0) + times)
  return counts
}

/** TF-IDF: what many writings contain says little, what few contain says much. */
function* weigh(all: readonly Counts[]): Steps<Vector[]> {
  const numbers = new Map<string, number>()
  const writings: number[] = []
  for (const [at, counts] of all.entries()) {
    if (at % STEPS === 0) yield
    for (const part of counts.keys()) {
      const number = numbers.get(part) ?? numbers.size
      numbers.set(part, number)
      writings[number] = (writings[number] ?? 0) + 1
    }
  }
  const rarity = writings.map((count) => Math.log(1 + all.length / count))
  return yield* inSteps(all, (counts) => vectorOf(counts, numbers, rarity))
}

function* inSteps<From, To>(all: readonly From[], make: (one: From) => To): Steps<To[]> {
  const made: To[] = []
  for (const [at, one] of all.entries()) {
    if (at % STEPS === 0) yield
    made.push(make(one))
  }
  return made
}

function vectorOf(counts: Counts, numbers: ReadonlyMap<string, number>, rarity: readonly number[]): Vector {
  const entries = [...counts]
    .map(([part, count]) => {
      const number = numbers.get(part) ?? 0
      return { number, weight: (1 + Math.log(count)) * (rarity[number] ?? 0) }
    })
    .sort((a, b) => a.number - b.number)
  const length = Math.hypot(...entries.map(({ weight }) => weight)) || 1
  return {
    parts: Uint32Array.from(entries, ({ number }) => number),
    weights: Float32Array.from(entries, ({ weight }) => weight / length),
  }
}

/** Portraits of writings that are compared with one another. */
export function* portray(writings: readonly Writing[]): Steps<Portrait[]> {
  const words = yield* weigh(yield* inSteps(writings, (writing) => countIn(writing, pairsIn)))
  const places = yield* weigh(yield* inSteps(writings, placesOf))
  return words.map((vector, index) => ({ words: vector, places: places[index] ?? nowhere }))
}

/** The same of a few. */
export const portraitsOf = (writings: readonly Writing[]): Portrait[] => finish(portray(writings))

function placesOf(writing: Writing): Counts {
  const counts = countIn(writing, placeNamesIn)
  return writing.place === undefined ? counts : counts.set(writing.place, 1)
}

const nowhere: Vector = { parts: new Uint32Array(), weights: new Float32Array() }

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
