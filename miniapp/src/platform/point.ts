/** GCJ-02 degrees. */
export interface Point {
  latitude: number
  longitude: number
}
