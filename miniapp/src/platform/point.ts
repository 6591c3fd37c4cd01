/** GCJ-02 degrees. */
export interface Point {
  latitude: number
  longitude: number
}

/** With what is written beside it on a map. */
export interface NamedPoint extends Point {
  name: string
  address: string
}
