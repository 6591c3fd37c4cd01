import { randomFillSync } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const pool = new Uint8Array(4096)
let used = pool.length

/**
 * A 26-character id in the form of a ULID: 10 characters of time, 16 of chance (80 bits). Ids made later sort
 * later, to the millisecond, so that inserts stay at the end of the primary key on every store.
 */
export function newId(now: Date): string {
  let time = ''
  for (let i = 0, rest = now.getTime(); i < 10; i += 1, rest = Math.floor(rest / 32))
    time = ALPHABET.charAt(rest % 32) + time
  if (used + 16 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  let chance = ''
  for (let i = 0; i < 16; i += 1) chance += ALPHABET.charAt((pool[used + i] ?? 0) & 31)
  used += 16
  return time + chance
}

export const idPattern = /^[0-9A-HJKMNP-TV-Z]{26}$/
