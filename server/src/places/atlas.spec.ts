import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Area, AreaLevel } from './area.entity.js'
import { Atlas } from './atlas.js'

/** A rectangle from west/south to east/north, in hundredths of a degree from 117° E, 36° N. */
function area(
  id: string,
  level: AreaLevel,
  parentId: string | null,
  [w, s, e, n]: [number, number, number, number],
): Area {
  const [west, south, east, north] = [117 + w / 100, 36 + s / 100, 117 + e / 100, 36 + n / 100]
  return {
    id,
    code: id,
    name: id,
    level,
    parentId,
    longitude: (west + east) / 2,
    latitude: (south + north) / 2,
    polygon: [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ],
  }
}
const at = (x: number, y: number) => ({ longitude: 117 + x / 100, latitude: 36 + y / 100 })

/** Two communities side by side with a gap from 40 to 50 between them; the western one has one grid. */
const atlas = new Atlas([
  area('district', 'district', null, [0, 0, 100, 100]),
  area('street', 'street', 'district', [0, 0, 100, 100]),
  area('west', 'community', 'street', [0, 0, 40, 100]),
  area('east', 'community', 'street', [50, 0, 100, 100]),
  area('west-1', 'grid', 'west', [0, 0, 40, 50]),
])

describe('locating a point', () => {
  it('finds the grid, or the community where no grid is drawn', () => {
    expect(atlas.locate(at(10, 10))).toEqual({ gridId: 'west-1', communityId: 'west', streetId: 'street' })
    expect(atlas.locate(at(10, 90))).toEqual({ gridId: null, communityId: 'west', streetId: 'street' })
    expect(atlas.locate(at(70, 10))).toEqual({ gridId: null, communityId: 'east', streetId: 'street' })
  })

  it('gives a gap between two communities to the nearer one', () => {
    expect(atlas.locate(at(41, 50))?.communityId).toBe('west')
    expect(atlas.locate(at(49, 50))?.communityId).toBe('east')
  })

  it('finds nothing outside of the district', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 101, max: 900, noNaN: true }),
        fc.double({ min: -300, max: 300, noNaN: true }),
        (x, y) => {
          expect(atlas.locate(at(x, y))).toBeNull()
          expect(atlas.locate(at(-x, y))).toBeNull()
        },
      ),
    )
  })

  it('finds something everywhere in the district', () => {
    const inside = fc.double({ min: 0.001, max: 99.999, noNaN: true })
    fc.assert(fc.property(inside, inside, (x, y) => expect(atlas.locate(at(x, y))).not.toBeNull()))
  })
})

it('knows the lineage of communities and grids alone', () => {
  expect(atlas.lineage('west-1')).toEqual({ gridId: 'west-1', communityId: 'west', streetId: 'street' })
  expect(atlas.lineage('east')).toEqual({ gridId: null, communityId: 'east', streetId: 'street' })
  expect(atlas.lineage('street')).toBeNull()
  expect(atlas.lineage('unknown')).toBeNull()
})
