import { likeness, placeFactor, type Portrait, portray, type Vector, type Writing } from './likeness.js'
import { STEPS, type Steps } from './steps.js'

/** Two groups become one as long as their members are on average so alike. */
const ALIKE = 0.06
/** Below this, one more pair changes no average. */
const LEAST = 0.05
/** Of each, so many pairs with the nearest are kept, and so many that stand for all the others. */
const KEPT = 20
/** A pair of characters leads to so many writings before: what more of them have tells them apart no longer. */
const HELD = 100
/** The same place raises a likeness by so much at most. */
const MOST_BY_PLACE = 1.5
/** So many members stand for a group when others are compared with it. */
const SAMPLE = 20

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
export function* clusterWritings(writings: readonly Writing[]): Steps<number[][]> {
  const portraits = yield* portray(writings)
  const pairs = yield* pairsAmong(portraits)
  return yield* linkByAverage(portraits.length, pairs)
}

/** Those that have parts in common, with how alike they are; each part leads to those that had it last. */
function* pairsAmong(portraits: readonly Portrait[]): Steps<Pair[]> {
  const holders = new Map<number, Holders>()
  const sums = new Float32Array(portraits.length)
  const pairs: Pair[] = []
  for (const [one, portrait] of portraits.entries()) {
    if (one % STEPS === 0) yield
    const touched = addUp(portrait.words, one, holders, sums)
    const near = touched
      .filter((other) => (sums[other] ?? 0) >= LEAST)
      .map((other): Pair => {
        const likeness = likenessOf(portraits, one, other, sums)
        return { one, other, likeness, standsFor: 1 }
      })
    for (const other of touched) sums[other] = 0
    pairs.push(...some(near))
  }
  return pairs
}

/** The writings that had a part last, by turns, and how much it weighed. */
interface Holders {
  writings: number[]
  weights: number[]
  next: number
}

/** Adds up in `sums` what a writing has in common with those before it, and takes its place among them. */
function addUp(
  { parts, weights }: Vector,
  writing: number,
  holders: Map<number, Holders>,
  sums: Float32Array,
): number[] {
  const touched: number[] = []
  for (let i = 0; i < parts.length; i += 1) {
    const weight = weights[i] ?? 0
    const before = holdersOf(holders, parts[i] ?? 0)
    for (let at = 0; at < before.writings.length; at += 1) {
      const other = before.writings[at] ?? 0
      if (sums[other] === 0) touched.push(other)
      sums[other] = (sums[other] ?? 0) + weight * (before.weights[at] ?? 0)
    }
    before.writings[before.next] = writing
    before.weights[before.next] = weight
    before.next = (before.next + 1) % HELD
  }
  return touched
}

function holdersOf(all: Map<number, Holders>, part: number): Holders {
  const known = all.get(part)
  if (known) return known
  const made = { writings: [], weights: [], next: 0 }
  all.set(part, made)
  return made
}

const likenessOf = (portraits: readonly Portrait[], one: number, other: number, sums: Float32Array): number =>
  (sums[other] ?? 0) * placeFactor(portraits[one]?.places ?? none, portraits[other]?.places ?? none)

const none: Vector = { parts: new Uint32Array(), weights: new Float32Array() }

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

/** What two groups would be after a merge, as it was when it was noted. */
interface Offer {
  one: number
  other: number
  average: number
  sizes: number
}

function* linkByAverage(count: number, pairs: readonly Pair[]): Steps<number[][]> {
  const groups = new Map(
    Array.from({ length: count }, (_, i): [number, Group] => [i, { members: [i], near: new Map() }]),
  )
  const offers = new Offers()
  for (const { one, other, likeness, standsFor } of pairs) {
    groups.get(one)?.near.set(other, likeness * standsFor)
    groups.get(other)?.near.set(one, likeness * standsFor)
    offers.push({ one, other, average: likeness, sizes: 2 })
  }
  for (let step = 0, best = offers.pop(); best && best.average >= ALIKE; best = offers.pop()) {
    if ((step += 1) % STEPS === 0) yield
    const [one, other] = [groups.get(best.one), groups.get(best.other)]
    // Somebody has grown since: a newer offer stands in for this one.
    if (!one || !other || one.members.length + other.members.length !== best.sizes) continue
    const [kept, gone] = one.near.size >= other.near.size ? [best.one, best.other] : [best.other, best.one]
    join(groups, kept, gone)
    for (const offer of offersOf(groups, kept)) offers.push(offer)
  }
  return [...groups.values()]
    .map(({ members }) => members)
    .filter((members) => members.length > 1)
    .sort((a, b) => b.length - a.length)
}

function join(groups: Map<number, Group>, kept: number, gone: number): void {
  const [to, from] = [groups.get(kept), groups.get(gone)]
  if (!to || !from) return
  groups.delete(gone)
  to.members.push(...from.members)
  to.near.delete(gone)
  from.near.delete(kept)
  for (const [number, sum] of from.near) {
    const both = (to.near.get(number) ?? 0) + sum
    to.near.set(number, both)
    const neighbour = groups.get(number)?.near
    neighbour?.delete(gone)
    neighbour?.set(kept, both)
  }
}

function* offersOf(groups: ReadonlyMap<number, Group>, one: number): Generator<Offer> {
  const { members, near } = groups.get(one) ?? { members: [], near: new Map<number, number>() }
  for (const [other, sum] of near) {
    const size = groups.get(other)?.members.length ?? 0
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

/**
 * To which of the groups others belong: to the one whose members they are most alike on average, if they would have
 * been put there. @returns the number of the group for each, or none
 */
export function* belonging(
  groups: readonly (readonly Writing[])[],
  others: readonly Writing[],
): Steps<(number | undefined)[]> {
  const samples = groups.map((group) => group.slice(0, SAMPLE))
  const portraits = yield* portray([...samples.flat(), ...others])
  let read = 0
  const known = samples.map(({ length }) => portraits.slice(read, (read += length)))
  const leads = leadsOf(known)
  const found: (number | undefined)[] = []
  for (const [at, portrait] of portraits.slice(read).entries()) {
    if (at % STEPS === 0) yield
    found.push(groupOf(portrait, known, leads))
  }
  return found
}

/** Which groups have a part, and how much it weighs there on average. */
function leadsOf(known: readonly (readonly Portrait[])[]): ReadonlyMap<number, Map<number, number>> {
  const leads = new Map<number, Map<number, number>>()
  for (const [group, portraits] of known.entries())
    for (const { words } of portraits)
      for (let i = 0; i < words.parts.length; i += 1) {
        const part = words.parts[i] ?? 0
        const weights = leads.get(part) ?? new Map<number, number>()
        leads.set(part, weights)
        weights.set(group, (weights.get(group) ?? 0) + (words.weights[i] ?? 0) / portraits.length)
      }
  return leads
}

function groupOf(
  portrait: Portrait,
  known: readonly (readonly Portrait[])[],
  leads: ReadonlyMap<number, ReadonlyMap<number, number>>,
): number | undefined {
  const { parts, weights } = portrait.words
  const sums = new Map<number, number>()
  for (let i = 0; i < parts.length; i += 1)
    for (const [group, weight] of leads.get(parts[i] ?? 0) ?? [])
      sums.set(group, (sums.get(group) ?? 0) + weight * (weights[i] ?? 0))
  const averages = [...sums]
    .filter(([, sum]) => sum >= ALIKE / MOST_BY_PLACE)
    .map(([group]) => ({ group, average: averageLikeness(portrait, known[group] ?? []) }))
  const best = averages.sort((a, b) => b.average - a.average)[0]
  return best && best.average >= ALIKE ? best.group : undefined
}

const averageLikeness = (portrait: Portrait, group: readonly Portrait[]): number =>
  group.reduce((sum, other) => sum + likeness(portrait, other), 0) / group.length
