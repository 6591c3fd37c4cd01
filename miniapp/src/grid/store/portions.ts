import type { Sink, Source } from '@/platform/kept-port'
import { PORTION, PORTION_SEALED, SEALED_HEAD, type Seal } from './seal'

/** Lets the screen do what waits: called between portions. */
export type Breath = () => Promise<void>

interface Portion {
  index: number
  from: number
  length: number
  isLast: boolean
}

/** At least one: of an empty file, an empty one. */
function portionsOf(size: number, each: number, start = 0): Portion[] {
  const count = Math.max(1, Math.ceil((size - start) / each))
  return Array.from({ length: count }, (_, index) => {
    const from = start + index * each
    return { index, from, length: Math.min(each, size - from), isLast: index === count - 1 }
  })
}

/** So many portions are read and written together: to ask for a file costs more than to seal a portion of it. */
export const PORTIONS_TOGETHER = 8

type Act = (bytes: Uint8Array, index: number, isLast: boolean) => Uint8Array | null

/** Does this to each portion of a file. False as soon as one of them comes to nothing. */
async function throughPortions(
  source: Source,
  sink: Sink,
  { each, start }: { each: number; start: number },
  act: Act,
  breath: Breath,
): Promise<boolean> {
  for (const some of portionsOf(source.size, each * PORTIONS_TOGETHER, start)) {
    const bytes = await source.read(some.from, some.length)
    const done: Uint8Array[] = []
    for (const { index, from, length, isLast } of portionsOf(bytes.length, each)) {
      const number = some.index * PORTIONS_TOGETHER + index
      const one = act(bytes.subarray(from, from + length), number, some.isLast && isLast)
      if (!one) return false
      done.push(one)
      await breath()
    }
    await sink.add(joined(done))
  }
  return true
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Seals a file in portions: no more than a few of them are in memory, and the screen moves between them. */
export async function closeInPortions(
  source: Source,
  sink: Sink,
  seal: Seal,
  name: string,
  breath: Breath,
): Promise<void> {
  const { head, close } = await seal.inPortions(name)
  await sink.add(head)
  await throughPortions(source, sink, { each: PORTION, start: 0 }, close, breath)
}

/**
 * Opens what was sealed in portions. False when it was not, or does not fit: then what the sink has is worth nothing.
 */
export async function openInPortions(
  source: Source,
  sink: Sink,
  seal: Seal,
  name: string,
  breath: Breath,
): Promise<boolean> {
  if (source.size < SEALED_HEAD) return false
  const open = seal.portionsOf(await source.read(0, SEALED_HEAD), name)
  if (!open) return false
  return throughPortions(source, sink, { each: PORTION_SEALED, start: SEALED_HEAD }, open, breath)
}

/** Works for so many milliseconds before it lets the screen go on: about half of a frame. */
const AT_A_TIME = 8

/** Pauses when enough was done since the last pause, so that a fast phone is not slowed down. */
export function createBreath(now = Date.now): Breath {
  let since = now()
  return async () => {
    if (now() - since < AT_A_TIME) return
    await new Promise<void>((resolve) => setTimeout(resolve, 0))
    since = now()
  }
}
