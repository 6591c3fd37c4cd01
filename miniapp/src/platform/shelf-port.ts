/** A place on the phone where things stay. Each call lasts or fails as a whole; `write` rejects when there is no room. */
export interface Shelf {
  /** The names that begin like this. */
  names(beginning: string): Promise<string[]>
  read(name: string): Promise<string | null>
  write(name: string, text: string): Promise<void>
  remove(name: string): Promise<void>
}
