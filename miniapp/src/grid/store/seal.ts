import { AES } from '@stablelib/aes'
import { decode as fromBase64, encode as toBase64 } from '@stablelib/base64'
import { GCM, NONCE_LENGTH } from '@stablelib/gcm'
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
}

/**
 * AES-256-GCM, a nonce of its own for each; the name is authenticated with it.
 *
 * @param key 32 bytes
 */
export function createSeal(key: Uint8Array, random: (length: number) => Promise<Uint8Array>): Seal {
  const cipher = new GCM(new AES(key))
  return {
    async close(bytes, name) {
      const nonce = await random(NONCE_LENGTH)
      const sealed = cipher.seal(nonce, bytes, bytesOf(name))
      const whole = new Uint8Array(nonce.length + sealed.length)
      whole.set(nonce)
      whole.set(sealed, nonce.length)
      return whole
    },
    open(sealed, name) {
      if (sealed.length < NONCE_LENGTH) return null
      return cipher.open(sealed.subarray(0, NONCE_LENGTH), sealed.subarray(NONCE_LENGTH), bytesOf(name))
    },
  }
}

/** The key as the server gives it: base64 of 32 bytes. */
export const keyFrom = (base64: string): Uint8Array => fromBase64(base64)

const opened = (seal: Seal, text: string, name: string): string | null => {
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
    return text === null ? null : opened(seal, text, name)
  },
  async write(name, text) {
    await shelf.write(name, toBase64(await seal.close(bytesOf(text), name)))
  },
})
