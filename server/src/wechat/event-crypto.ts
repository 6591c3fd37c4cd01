import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/** Bytes before the message: 16 of chance, 4 that hold its length. */
const HEAD = 16
const LENGTH = 4
/** WeChat pads to 32 bytes, twice a block of AES. */
const PADDED_TO = 32

/** SHA-1 over the parts, sorted and joined: the signature of WeChat's message push. */
export const signatureOf = (...parts: string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

export function isSigned(signature: string, ...parts: string[]): boolean {
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(...parts))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/**
 * Decrypts a pushed message: AES-256-CBC, the first half of the key is the IV, and behind the message stands
 * the appid it is for.
 * @throws Error when it was made with another key, is broken, or is for another mini-program
 */
export function decryptEvent(aesKey: Buffer, appId: string, encrypted: string): string {
  const decipher = createDecipheriv('aes-256-cbc', aesKey, aesKey.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()])
  const padding = padded.at(-1) ?? 0
  if (padding < 1 || padding > PADDED_TO) throw new Error('The event is padded wrongly')
  const plain = padded.subarray(0, padded.length - padding)
  const end = HEAD + LENGTH + (plain.length >= HEAD + LENGTH ? plain.readUInt32BE(HEAD) : Infinity)
  if (end > plain.length) throw new Error('The event is shorter than it says')
  if (plain.subarray(end).toString() !== appId) throw new Error('The event is for another mini-program')
  return plain.subarray(HEAD + LENGTH, end).toString()
}
