import type { Point } from '@minsheng/shared'

/** Where something is, if somebody has said it exactly. */
export const pointOf = (row: { wgsLatitude: number | null; wgsLongitude: number | null }): Point | null =>
  row.wgsLatitude === null || row.wgsLongitude === null
    ? null
    : { latitude: row.wgsLatitude, longitude: row.wgsLongitude }
