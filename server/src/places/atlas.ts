import type { Area, AreaLevel } from './area.entity.js'
import type { Coordinates } from './coordinates.js'
import { type Box, boxOf, isInBox, isInPolygon, nearness } from './geometry.js'

/** Where something lies in the tree of areas. */
export interface Lineage {
  gridId: string | null
  communityId: string
  streetId: string
}

interface Shape {
  area: Area
  box: Box
}

/** All areas of the district, arranged for looking them up. */
export class Atlas {
  readonly known: ReadonlyMap<string, Area>
  private readonly shapes: readonly Shape[]

  constructor(readonly areas: readonly Area[]) {
    this.known = new Map(areas.map((area) => [area.id, area]))
    this.shapes = areas.map((area) => ({ area, box: boxOf(area.polygon) }))
  }

  byId(id: string | null): Area | undefined {
    return id === null ? undefined : this.known.get(id)
  }

  /** Only a community or a grid has one. */
  lineage(areaId: string): Lineage | null {
    const area = this.byId(areaId)
    if (area?.level === 'grid') {
      const parent = area.parentId === null ? null : this.lineage(area.parentId)
      return parent && { ...parent, gridId: area.id }
    }
    if (area?.level !== 'community' || area.parentId === null) return null
    return { gridId: null, communityId: area.id, streetId: area.parentId }
  }

  /** The grid or community that a GCJ-02 point lies in; null outside of the district. */
  locate(point: Coordinates): Lineage | null {
    const community = this.around(point, 'community')[0] ?? this.nearestCommunity(point)
    if (!community) return null
    const grid = this.around(point, 'grid').find(({ parentId }) => parentId === community.id)
    return this.lineage((grid ?? community).id)
  }

  private around(point: Coordinates, level: AreaLevel): Area[] {
    return this.shapes
      .filter(({ area, box }) => area.level === level && isInBox(box, point))
      .map(({ area }) => area)
      .filter(({ polygon }) => isInPolygon(polygon, point))
  }

  /** Borders are drawn by hand: a point of the district between two communities goes to the nearer one. */
  private nearestCommunity(point: Coordinates): Area | undefined {
    if (this.around(point, 'district').length === 0) return undefined
    const communities = this.areas.filter(({ level }) => level === 'community')
    return communities.reduce<Area | undefined>(
      (best, each) => (best && nearness(point, best) <= nearness(point, each) ? best : each),
      undefined,
    )
  }
}
