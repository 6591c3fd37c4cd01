/** Remembers at most so many entries; the one put in first is forgotten first. */
export class BoundedMap<Key, Value> {
  private readonly entries = new Map<Key, Value>()

  constructor(private readonly size: number) {}

  get(key: Key): Value | undefined {
    return this.entries.get(key)
  }

  set(key: Key, value: Value): void {
    this.entries.delete(key)
    if (this.entries.size >= this.size) this.forgetOldest()
    this.entries.set(key, value)
  }

  delete(key: Key): void {
    this.entries.delete(key)
  }

  private forgetOldest(): void {
    for (const key of this.entries.keys()) {
      this.entries.delete(key)
      return
    }
  }
}
