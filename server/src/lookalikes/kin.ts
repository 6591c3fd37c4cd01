import { ALIKE } from './clustering.js'
import { likeness, none, placeFactor, type Portrait, type Vector } from './likeness.js'
import { STEPS, type Steps } from './steps.js'

/** A group is looked for by so many of the parts that weigh most in it. */
const LEADS = 20
/** A part that would lead to more groups leads to none. */
const LED_TO = 30
/** Above all that the places that two name can do for their likeness. */
const MOST_BY_PLACES = 1.51

/**
 * Tells to which of the groups others belong: to the one whose members they are most alike on average, if they would
 * have been put there. What it gives answers with the number of the group, or with none.
 */
export function* kin(
  groups: readonly (readonly Portrait[])[],
): Steps<(portrait: Portrait) => number | undefined> {
  const means: Portrait[] = []
  for (const [at, group] of groups.entries()) {
    if (at % STEPS === 0) yield
    means.push({
      words: mean(group.map(({ words }) => words)),
      places: mean(group.map(({ places }) => places)),
    })
  }
  const leads = yield* leadsOf(means)
  const sums = new Float32Array(groups.length)
  return (portrait) => {
    const touched = leads.addUp(portrait.words, sums)
    const best = mostPromising(portrait, touched, sums, means)
    for (const group of touched) sums[group] = 0
    const found = means[best]
    return found && likeness(portrait, found) >= ALIKE ? best : undefined
  }
}

/** The group with which it shares most, as far as its leads and the places tell. @returns -1 for none */
function mostPromising(
  { places }: Portrait,
  touched: readonly number[],
  sums: Float32Array,
  means: readonly Portrait[],
): number {
  let best = NOBODY
  let most = 0
  for (const group of touched) {
    const sum = sums[group] ?? 0
    // No places bring it above the best: they need not be compared.
    if (sum * MOST_BY_PLACES <= most) continue
    const promise = sum * placeFactor(places, means[group]?.places ?? none)
    if (promise <= most) continue
    best = group
    most = promise
  }
  return best
}

const NOBODY = -1

/** What others have in common with it is what they have in common with each of these, on average. */
function mean(vectors: readonly Vector[]): Vector {
  const sums = new Map<number, number>()
  for (const { parts, weights } of vectors)
    for (let i = 0; i < parts.length; i += 1)
      sums.set(parts[i] ?? 0, (sums.get(parts[i] ?? 0) ?? 0) + (weights[i] ?? 0) / vectors.length)
  const parts = Uint32Array.from(sums.keys()).sort()
  return { parts, weights: Float32Array.from(parts, (part) => sums.get(part) ?? 0) }
}

interface Lead {
  part: number
  group: number
  weight: number
}

/** To which groups a part leads: those it is among the weightiest of; to none where it would lead to too many. */
function* leadsOf(means: readonly Portrait[]): Steps<Leads> {
  const all: Lead[] = []
  for (const [group, { words }] of means.entries()) {
    if (group % STEPS === 0) yield
    const own = Array.from(words.parts, (part, at) => ({ part, group, weight: words.weights[at] ?? 0 }))
    all.push(...own.sort((a, b) => b.weight - a.weight).slice(0, LEADS))
  }
  yield
  return new Leads(all)
}

/** Leads by their part, in rows of plain numbers. */
class Leads {
  private readonly starts: Uint32Array
  private readonly groups: Uint32Array
  private readonly weights: Float32Array

  constructor(leads: readonly Lead[]) {
    const parts = leads.reduce((most, { part }) => Math.max(most, part + 1), 0)
    const counts = new Uint32Array(parts)
    for (const { part } of leads) counts[part] = (counts[part] ?? 0) + 1
    this.starts = new Uint32Array(parts + 1)
    for (let part = 0; part < parts; part += 1) {
      const count = counts[part] ?? 0
      this.starts[part + 1] = (this.starts[part] ?? 0) + (count > LED_TO ? 0 : count)
    }
    this.groups = new Uint32Array(this.starts[parts] ?? 0)
    this.weights = new Float32Array(this.starts[parts] ?? 0)
    const next = this.starts.slice()
    for (const { part, group, weight } of leads) {
      if ((counts[part] ?? 0) > LED_TO) continue
      const at = next[part] ?? 0
      this.groups[at] = group
      this.weights[at] = weight
      next[part] = at + 1
    }
  }

  /** Adds up in `sums` what a writing has in common with the groups that its parts lead to. @returns those */
  addUp({ parts, weights }: Vector, sums: Float32Array): number[] {
    const { starts } = this
    const touched: number[] = []
    for (let i = 0; i < parts.length; i += 1) {
      const part = parts[i] ?? 0
      const weight = weights[i] ?? 0
      for (let at = starts[part] ?? 0, end = starts[part + 1] ?? 0; at < end; at += 1) {
        const group = this.groups[at] ?? 0
        const sum = sums[group] ?? 0
        if (sum === 0) touched.push(group)
        sums[group] = sum + (this.weights[at] ?? 0) * weight
      }
    }
    return touched
  }
}
