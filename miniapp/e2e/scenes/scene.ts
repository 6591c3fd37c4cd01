import type { Device } from '../device'
import type { Who, World } from './world'

/** A page as somebody meets it. Every page of app.config.ts is in the list, else a test fails. */
export interface Scene {
  name: string
  page: string
  query?: (world: World) => string
  who: Who
  /** What is to be seen when all of it is there. */
  seen: string | RegExp
  /** Where the phone is; it does not say it otherwise. */
  gps?: (world: World) => { latitude: number; longitude: number }
  /** Done on the page in every state, to open what lies upon it. */
  act?: (device: Device, world: World) => Promise<void>
  /** Whose answer fills the page: it can be late, empty, too long, or missing. */
  source?: string
  /** What the page says when the answer has nothing in it. */
  empty?: string | RegExp
  /** An answer that has nothing in it, where that is no empty list. */
  nothing?: object
  /** What the page says without signal, where it has words of its own for that. */
  offline?: string | RegExp
  /** Played with what only a browser has: its address line, its way to ask, what it keeps. */
  isOfTheWeb?: boolean
  /** A page of the desk: on a phone it has no layout for large type of its own. */
  isDesk?: boolean
}
