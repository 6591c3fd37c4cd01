/** Degrees. Which datum is said where it is used. */
export interface Coordinates {
  latitude: number
  longitude: number
}

// The ellipsoid of Krasovsky 1940, on which the shift of GCJ-02 is computed.
const SEMI_MAJOR_AXIS = 6_378_245
const ECCENTRICITY_SQUARED = 0.006693421622965943

/** The box outside of which GCJ-02 is the same as WGS84. */
const isOutsideChina = ({ latitude, longitude }: Coordinates): boolean =>
  longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271

const radians = (degrees: number) => (degrees * Math.PI) / 180
/** A sine wave of `amplitude` that repeats every `2 / frequency` degrees. */
const wave = (amplitude: number, frequency: number, degrees: number) =>
  amplitude * Math.sin(degrees * Math.PI * frequency)

/** By how many degrees GCJ-02 lies from WGS84 at this WGS84 point: published by nobody, known to everybody. */
function shiftAt({ latitude, longitude }: Coordinates): Coordinates {
  const x = longitude - 105
  const y = latitude - 35
  const common = wave(20, 6, x) + wave(20, 2, x)
  const root = Math.sqrt(Math.abs(x))
  const wavesOfX = common + wave(20, 1, x) + wave(40, 1 / 3, x) + wave(150, 1 / 12, x) + wave(300, 1 / 30, x)
  const wavesOfY = common + wave(20, 1, y) + wave(40, 1 / 3, y) + wave(160, 1 / 12, y) + wave(320, 1 / 30, y)
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + (wavesOfX * 2) / 3
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + (wavesOfY * 2) / 3
  const sine = Math.sin(radians(latitude))
  const flattening = 1 - ECCENTRICITY_SQUARED * sine * sine
  const meridian = (SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)) / flattening ** 1.5
  const parallel = (SEMI_MAJOR_AXIS / Math.sqrt(flattening)) * Math.cos(radians(latitude))
  return { latitude: north / radians(meridian), longitude: east / radians(parallel) }
}

/** WGS84 → GCJ-02. A point outside of China stays as it is. */
export function toGcj02(wgs84: Coordinates): Coordinates {
  if (isOutsideChina(wgs84)) return { ...wgs84 }
  const shift = shiftAt(wgs84)
  return { latitude: wgs84.latitude + shift.latitude, longitude: wgs84.longitude + shift.longitude }
}

/**
 * GCJ-02 → WGS84, off by less than a millimetre. A point outside of China stays as it is.
 * The shift is known at the WGS84 point alone, so it is found by guessing and correcting the guess; each
 * round makes the error about a hundred times smaller.
 */
export function toWgs84(gcj02: Coordinates): Coordinates {
  if (isOutsideChina(gcj02)) return { ...gcj02 }
  let guess = gcj02
  for (let round = 0; round < 8; round += 1) {
    const shift = shiftAt(guess)
    guess = { latitude: gcj02.latitude - shift.latitude, longitude: gcj02.longitude - shift.longitude }
  }
  return guess
}
