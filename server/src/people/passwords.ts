import { hash, verify } from '@node-rs/argon2'

/** argon2id, 19 MiB, two passes: OWASP's first recommendation, and this package's default. */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** Of a password that nobody has. Made once, so that it costs as much to check as a real one. */
const nobodys = hashPassword('nobody has this password')

/** Whether it is the password. Without a hash (no such account) it takes just as long and says no. */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobodys), password)
  return matches && stored !== undefined
}
