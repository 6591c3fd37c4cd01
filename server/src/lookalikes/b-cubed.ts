/** Something whose topic is known, and the group that it was put into. */
export interface Judged {
  topic: string
  group: string
}

export interface BCubed {
  bcubedP: number
  bcubedR: number
  bcubedF1: number
}

/**
 * B-cubed: of each item, which share of its group is of its topic (precision), and which share of its topic is in its
 * group (recall); the means over all items. Between items of the list alone.
 */
export function bCubed(items: readonly Judged[]): BCubed {
  const topics = counted(items, ({ topic }) => topic)
  const groups = counted(items, ({ group }) => group)
  const both = counted(items, together)
  const mean = (whole: (item: Judged) => number) =>
    items.reduce((sum, item) => sum + (both.get(together(item)) ?? 0) / whole(item), 0) / items.length
  const bcubedP = mean(({ group }) => groups.get(group) ?? 1)
  const bcubedR = mean(({ topic }) => topics.get(topic) ?? 1)
  return { bcubedP, bcubedR, bcubedF1: (2 * bcubedP * bcubedR) / (bcubedP + bcubedR) }
}

const together = ({ topic, group }: Judged): string => `${topic}\t${group}`

function counted(items: readonly Judged[], keyOf: (item: Judged) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}
