/** A kept file, to be read in portions. */
export interface Source {
  size: number
  /** Rejects when it cannot be read. Never beyond the end. */
  read(from: number, length: number): Promise<Uint8Array<ArrayBuffer>>
}

/** Where portions go, one after the other. */
export interface Sink {
  /** Rejects when there is no room. */
  add(bytes: Uint8Array): Promise<void>
}

/** A file that is being written. */
export interface Keeping extends Sink {
  /** It is whole; the answer is what it is called. Rejects when there is no room. */
  done(): Promise<string>
  /** It is not wanted any more. */
  drop(): Promise<void>
}
