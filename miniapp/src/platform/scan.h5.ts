import type { Refused } from './refused'

export type Scanned = { text: string } | Refused

/** In a browser the phone's own camera app reads codes and opens their address. */
export const scanCode: (() => Promise<Scanned>) | null = null
