import { none, placeFactor, type Portrait, Portraits, type Vector, type Writing } from './likeness.js'
import { STEPS, type Steps } from './steps.js'

/** Two groups become one as long as their members are on average so alike. */
export const ALIKE = 0.06
/** Below this, one more pair changes no average. */
const LEAST = 0.05
/** Of each, so many pairs with the nearest are kept, and so many that stand for all the others. */
const KEPT = 8
/** A pair of characters leads to so many writings before: what more of them have tells them apart no longer. */
const HELD = 100

/** So many pairs are noted in a few milliseconds. */
const PAIRS_AT_ONCE = 5000

interface Pair {
  one: number
  other: number
  likeness: number
  /** For how many pairs of about this likeness it stands. */
  standsFor: number
}

/**
 * Groups writings that are about one matter: place and problem. Average linkage: the two groups whose members are
 * most alike on average become one, again and again. Yields now and then, so that whoever runs it can do something
 * else in between.
 * @returns the groups of two and more, by the numbers of their members, the largest first
 */
export function* clusterPortraits(portraits: readonly Portrait[]): Steps<number[][]> {
  const pairs = yield* pairsAmong(portraits)
  return yield* linkByAverage(portraits.length, pairs)
}

/** The same of writings that nothing else will be compared with. */
export function* clusterWritings(writings: readonly Writing[]): Steps<number[][]> {
  return yield* clusterPortraits(yield* new Portraits().among(writings))
}

/** Those that have parts in common, with how alike they are; each part leads to those that had it last. */
function* pairsAmong(portraits: readonly Portrait[]): Steps<Pair[]> {
  const holders = new Holders(portraits.map(({ words }) => words))
  const sums = new Float32Array(portraits.length)
  const pairs: Pair[] = []
  for (const [one, portrait] of portraits.entries()) {
    if (one % STEPS === 0) yield
    const touched = holders.addUp(portrait.words, one, sums)
    const near: Pair[] = []
    for (const other of touched) {
      if ((sums[other] ?? 0) >= LEAST) {
        const likeness = likenessOf(portraits, one, other, sums)
        near.push({ one, other, likeness, standsFor: 1 })
      }
      sums[other] = 0
    }
    pairs.push(...some(near))
  }
  return pairs
}

/** For each part the writings that had it last, by turns, and how much it weighed there. */
class Holders {
  /** Where the turns of each part begin and end; none for a part that only one writing has. */
  private readonly ends: Uint32Array
  /** How many have had each. */
  private readonly had: Uint32Array
  private readonly writings: Uint32Array
  private readonly weights: Float32Array

  constructor(vectors: readonly Vector[]) {
    const count = vectors.reduce((most, { parts }) => Math.max(most, (parts.at(-1) ?? -1) + 1), 0)
    this.had = new Uint32Array(count)
    this.ends = new Uint32Array(count + 1)
    for (const { parts } of vectors) for (const part of parts) this.had[part] = (this.had[part] ?? 0) + 1
    for (let part = 0; part < count; part += 1) {
      const had = this.had[part] ?? 0
      this.ends[part + 1] = (this.ends[part] ?? 0) + (had > 1 ? Math.min(had, HELD) : 0)
    }
    this.had.fill(0)
    this.writings = new Uint32Array(this.ends[count] ?? 0)
    this.weights = new Float32Array(this.ends[count] ?? 0)
  }

  /** Adds up in `sums` what a writing has in common with those before it, and takes its place among them. */
  addUp({ parts, weights }: Vector, writing: number, sums: Float32Array): number[] {
    const touched: number[] = []
    for (let i = 0; i < parts.length; i += 1) {
      const [part, weight] = [parts[i] ?? 0, weights[i] ?? 0]
      const [begin, turns] = [this.ends[part] ?? 0, (this.ends[part + 1] ?? 0) - (this.ends[part] ?? 0)]
      if (turns === 0) continue
      const had = this.had[part] ?? 0
      const end = begin + Math.min(had, turns)
      for (let at = begin; at < end; at += 1) {
        const other = this.writings[at] ?? 0
        const sum = sums[other] ?? 0
        if (sum === 0) touched.push(other)
        sums[other] = sum + weight * (this.weights[at] ?? 0)
      }
      this.writings[begin + (had % turns)] = writing
      this.weights[begin + (had % turns)] = weight
      this.had[part] = had + 1
    }
    return touched
  }
}

const likenessOf = (portraits: readonly Portrait[], one: number, other: number, sums: Float32Array): number =>
  (sums[other] ?? 0) * placeFactor(portraits[one]?.places ?? none, portraits[other]?.places ?? none)

/** Few enough to be kept, so that averages over them still are those over all. */
function some(pairs: Pair[]): Pair[] {
  if (pairs.length <= 2 * KEPT) return pairs
  pairs.sort((a, b) => b.likeness - a.likeness)
  const standsFor = (pairs.length - KEPT) / KEPT
  const others = Array.from({ length: KEPT }, (_, i) => pairs[KEPT + Math.floor((i + 0.5) * standsFor)])
  return [
    ...pairs.slice(0, KEPT),
    ...others.flatMap((pair): Pair[] => (pair ? [{ ...pair, standsFor }] : [])),
  ]
}

interface Group {
  members: number[]
  /** Sums of the likenesses to the members of other groups, by their numbers. */
  near: Map<number, number>
}

/** By number; what has become part of another is gone. */
type Groups = (Group | undefined)[]

/** What two groups would be after a merge, as it was when it was noted. */
interface Offer {
  one: number
  other: number
  average: number
  sizes: number
}

function* linkByAverage(count: number, pairs: readonly Pair[]): Steps<number[][]> {
  const groups: Groups = Array.from({ length: count }, (_, i) => ({ members: [i], near: new Map() }))
  const offers = new Offers()
  for (const [at, { one, other, likeness, standsFor }] of pairs.entries()) {
    if (at % PAIRS_AT_ONCE === 0) yield
    groups[one]?.near.set(other, likeness * standsFor)
    groups[other]?.near.set(one, likeness * standsFor)
    if (likeness >= ALIKE) offers.push({ one, other, average: likeness, sizes: 2 })
  }
  for (let step = 0, best = offers.pop(); best && best.average >= ALIKE; best = offers.pop()) {
    if ((step += 1) % STEPS === 0) yield
    const [one, other] = [groups[best.one], groups[best.other]]
    // Somebody has grown since: a newer offer stands in for this one.
    if (!one || !other || one.members.length + other.members.length !== best.sizes) continue
    const [kept, gone] = one.near.size >= other.near.size ? [best.one, best.other] : [best.other, best.one]
    join(groups, kept, gone)
    for (const offer of offersOf(groups, kept)) offers.push(offer)
  }
  return groups
    .flatMap((group) => (group && group.members.length > 1 ? [group.members] : []))
    .sort((a, b) => b.length - a.length)
}

function join(groups: Groups, kept: number, gone: number): void {
  const [to, from] = [groups[kept], groups[gone]]
  if (!to || !from) return
  groups[gone] = undefined
  to.members.push(...from.members)
  to.near.delete(gone)
  from.near.delete(kept)
  for (const [number, sum] of from.near) {
    const both = (to.near.get(number) ?? 0) + sum
    to.near.set(number, both)
    const neighbour = groups[number]?.near
    neighbour?.delete(gone)
    neighbour?.set(kept, both)
  }
}

function* offersOf(groups: Readonly<Groups>, one: number): Generator<Offer> {
  const { members, near } = groups[one] ?? { members: [], near: new Map<number, number>() }
  for (const [other, sum] of near) {
    const size = groups[other]?.members.length ?? 0
    const average = sum / (members.length * size)
    if (average >= ALIKE) yield { one, other, average, sizes: members.length + size }
  }
}

/** The best offer first: a binary heap. */
class Offers {
  private readonly heap: Offer[] = []

  push(offer: Offer): void {
    const { heap } = this
    let at = heap.push(offer) - 1
    for (let above = (at - 1) >> 1; at > 0 && averageAt(heap, above) < offer.average; above = (at - 1) >> 1) {
      heap[at] = heap[above] ?? offer
      at = above
    }
    heap[at] = offer
  }

  pop(): Offer | undefined {
    const { heap } = this
    const [best, last] = [heap[0], heap.pop()]
    if (!last || heap.length === 0) return best
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const below = averageAt(heap, left + 1) > averageAt(heap, left) ? left + 1 : left
      const next = heap[below]
      if (!next || next.average <= last.average) break
      heap[at] = next
      at = below
    }
    heap[at] = last
    return best
  }
}

const averageAt = (heap: readonly Offer[], at: number): number => heap[at]?.average ?? -1
