import { Injectable } from '@nestjs/common'
import { UnitOfWork } from '../platform/database/index.js'
import { Editions, Kept } from '../platform/editions.js'
import { Area, type AreaLevel } from './area.entity.js'
import { Atlas, type Lineage } from './atlas.js'
import type { Coordinates } from './coordinates.js'

/** The areas, few and needed by most requests: in memory until another edition of the district is loaded. */
@Injectable()
export class Areas {
  private readonly atlas: Kept<Atlas>

  constructor(
    private readonly unitOfWork: UnitOfWork,
    editions: Editions,
  ) {
    this.atlas = new Kept(editions, 'district', () => this.read())
  }

  /** By code; of one level, or all. */
  async all(level?: AreaLevel): Promise<Area[]> {
    const { areas } = await this.atlas.value()
    return areas.filter((area) => level === undefined || area.level === level)
  }

  /** By id, as they lie in memory: for naming many at little cost. */
  async known(): Promise<ReadonlyMap<string, Area>> {
    return (await this.atlas.value()).known
  }

  async byId(id: string): Promise<Area | undefined> {
    return (await this.atlas.value()).byId(id)
  }

  /** Where a GCJ-02 point lies; null outside of the district. */
  async locate(point: Coordinates): Promise<Lineage | null> {
    return (await this.atlas.value()).locate(point)
  }

  /** Where a community or grid stands; null for any other area, or an unknown one. */
  async lineage(areaId: string): Promise<Lineage | null> {
    return (await this.atlas.value()).lineage(areaId)
  }

  private async read(): Promise<Atlas> {
    return new Atlas(await this.unitOfWork.reader.find(Area, { order: { code: 'ASC' } }))
  }
}
