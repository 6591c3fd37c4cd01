import { AES } from '@stablelib/aes'
import { decode as fromBase64, encode as toBase64 } from '@stablelib/base64'
import { ChaCha20Poly1305, NONCE_LENGTH, TAG_LENGTH } from '@stablelib/chacha20poly1305'
import { GCM } from '@stablelib/gcm'
import { decode as textOf, encode as bytesOf } from '@stablelib/utf8'
import type { Shelf } from './shelf'

/**
 * What lies on the phone is closed with a key that the server gives to this person alone, and that the phone forgets
 * when the person signs out: nobody else can read it then, and after signing in again the same person can.
 */
export interface Seal {
  close(bytes: Uint8Array, name: string): Promise<Uint8Array>
  /** Null when it was altered, stood under another name, or was closed with another key. */
  open(sealed: Uint8Array, name: string): Uint8Array | null
  /** For what is large: head first, then each portion, in their order. */
  inPortions(name: string): Promise<{ head: Uint8Array; close: ClosePortion }>
  /** By the head of what was sealed so; null when it was sealed otherwise. A portion is null when it does not fit. */
  portionsOf(head: Uint8Array, name: string): OpenPortion | null
}

export type ClosePortion = (bytes: Uint8Array, index: number, isLast: boolean) => Uint8Array
export type OpenPortion = (sealed: Uint8Array, index: number, isLast: boolean) => Uint8Array | null

/** The first byte of what is sealed: how it was. What the first version of the app has sealed has no such byte. */
const CHACHA = 2
const IN_PORTIONS = 3

/** So many bytes of a large file are sealed at a time, but for the last ones. */
export const PORTION = 64 * 1024
export const PORTION_SEALED = PORTION + TAG_LENGTH
/** What the nonces of all portions of a file begin with; its number and whether it is the last one make the rest. */
const BEGINNING = NONCE_LENGTH - 4
export const SEALED_HEAD = 1 + BEGINNING

/** Each portion has its own, and fits nowhere else: neither moved, nor with what comes after it cut off. */
function nonceOf(head: Uint8Array, index: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(NONCE_LENGTH)
  nonce.set(head.subarray(1, SEALED_HEAD))
  new DataView(nonce.buffer).setUint32(BEGINNING, index * 2 + (isLast ? 1 : 0))
  return nonce
}

/**
 * ChaCha20-Poly1305, a nonce of its own for each; the name is authenticated with it. What an earlier version of the app
 * has sealed with AES-256-GCM is opened, too. docs/adr/0141, docs/adr/0160
 *
 * @param key 32 bytes
 */
export function createSeal(key: Uint8Array, random: (length: number) => Promise<Uint8Array>): Seal {
  const cipher = new ChaCha20Poly1305(key)
  const earlier = (sealed: Uint8Array, name: string) => opened(new GCM(new AES(key)), sealed, name)
  return {
    async close(bytes, name) {
      const nonce = await random(NONCE_LENGTH)
      const sealed = cipher.seal(nonce, bytes, bytesOf(name))
      const whole = new Uint8Array(1 + nonce.length + sealed.length)
      whole[0] = CHACHA
      whole.set(nonce, 1)
      whole.set(sealed, 1 + nonce.length)
      return whole
    },
    open(sealed, name) {
      // What was sealed without this byte may begin with it by chance: it does not open then, and is tried the old way.
      const now = sealed[0] === CHACHA ? opened(cipher, sealed.subarray(1), name) : null
      return now ?? earlier(sealed, name)
    },
    async inPortions(name) {
      const head = new Uint8Array(SEALED_HEAD)
      head[0] = IN_PORTIONS
      head.set(await random(BEGINNING), 1)
      const about = bytesOf(name)
      return {
        head,
        close: (bytes, index, isLast) => cipher.seal(nonceOf(head, index, isLast), bytes, about),
      }
    },
    portionsOf(head, name) {
      if (head[0] !== IN_PORTIONS) return null
      const about = bytesOf(name)
      return (sealed, index, isLast) => cipher.open(nonceOf(head, index, isLast), sealed, about)
    },
  }
}

/** Both ciphers are used alike: the nonce comes first. */
type Cipher = Pick<ChaCha20Poly1305 | GCM, 'open'>

const opened = (cipher: Cipher, sealed: Uint8Array, name: string): Uint8Array | null =>
  sealed.length < NONCE_LENGTH
    ? null
    : cipher.open(sealed.subarray(0, NONCE_LENGTH), sealed.subarray(NONCE_LENGTH), bytesOf(name))

/** The key as the server gives it: base64 of 32 bytes. */
export const keyFrom = (base64: string): Uint8Array => fromBase64(base64)

const textIn = (seal: Seal, text: string, name: string): string | null => {
  try {
    const bytes = seal.open(fromBase64(text), name)
    return bytes && textOf(bytes)
  } catch {
    return null // not even base64
  }
}

/** A shelf on which everything is sealed. */
export const sealedShelf = (shelf: Shelf, seal: Seal): Shelf => ({
  ...shelf,
  async read(name) {
    const text = await shelf.read(name)
    return text === null ? null : textIn(seal, text, name)
  },
  async write(name, text) {
    await shelf.write(name, toBase64(await seal.close(bytesOf(text), name)))
  },
})
