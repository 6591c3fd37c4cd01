/**
 * WGS84 (what a browser's GPS gives) to GCJ-02 (what Chinese maps and the server's interface use), by the
 * published approximation of the offset; good to about a metre.
 */
const A = 6378245
const EE = 0.006693421622965943
const { PI, sin, cos, sqrt, abs } = Math

const waves = (x: number, y: number, terms: readonly (readonly [number, number])[]) =>
  terms.reduce(
    (sum, [size, length]) => sum + size * sin((y * PI) / length),
    20 * sin(6 * x * PI) + 20 * sin(2 * x * PI),
  ) *
  (2 / 3)

const latitudeOffset = (x: number, y: number) =>
  -100 +
  2 * x +
  3 * y +
  0.2 * y * y +
  0.1 * x * y +
  0.2 * sqrt(abs(x)) +
  waves(x, y, [
    [20, 1],
    [40, 3],
    [160, 12],
    [320, 30],
  ])

const longitudeOffset = (x: number, y: number) =>
  300 +
  x +
  2 * y +
  0.1 * x * x +
  0.1 * x * y +
  0.1 * sqrt(abs(x)) +
  waves(x, x, [
    [20, 1],
    [40, 3],
    [150, 12],
    [300, 30],
  ])

/** Degrees in, degrees out. */
export function toGcj02(latitude: number, longitude: number): { latitude: number; longitude: number } {
  const x = longitude - 105
  const y = latitude - 35
  const radians = (latitude / 180) * PI
  const magic = 1 - EE * sin(radians) ** 2
  const north = (latitudeOffset(x, y) * 180) / (((A * (1 - EE)) / (magic * sqrt(magic))) * PI)
  const east = (longitudeOffset(x, y) * 180) / ((A / sqrt(magic)) * cos(radians) * PI)
  return { latitude: latitude + north, longitude: longitude + east }
}
