import { randomFillSync } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const pool = new Uint8Array(4096)
let used = pool.length

/** The chance of the id before, and its time. */
const chance = new Uint8Array(16)
let lastTime = -1

/**
 * A 26-character id in the form of a ULID: 10 characters of time, 16 of chance (80 bits). Ids made later sort
 * later, so that inserts stay at the end of the primary key on every store; of one millisecond, because the
 * chance of the id before is counted up by one: what an act posts first is delivered first.
 */
export function newId(now: Date): string {
  const millisecond = now.getTime()
  if (millisecond === lastTime) countUp()
  else draw()
  lastTime = millisecond
  let id = timePart(millisecond)
  for (const digit of chance) id += ALPHABET.charAt(digit)
  return id
}

/** The id before which all ids of earlier moments sort. */
export const firstIdAt = (at: Date): string => timePart(at.getTime()).padEnd(26, '0')

function timePart(millisecond: number): string {
  let id = ''
  for (let i = 0, rest = millisecond; i < 10; i += 1, rest = Math.floor(rest / 32))
    id = ALPHABET.charAt(rest % 32) + id
  return id
}

function countUp(): void {
  for (let i = chance.length - 1; i >= 0; i -= 1) {
    const digit = ((chance[i] ?? 0) + 1) & 31
    chance[i] = digit
    if (digit !== 0) return
  }
}

function draw(): void {
  if (used + 16 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  for (let i = 0; i < 16; i += 1) chance[i] = (pool[used + i] ?? 0) & 31
  // Room to count up: the first digit stays in the lower half.
  chance[0] = (chance[0] ?? 0) & 15
  used += 16
}

export const idPattern = /^[0-9A-HJKMNP-TV-Z]{26}$/
