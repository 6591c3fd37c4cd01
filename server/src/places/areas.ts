import { Injectable } from '@nestjs/common'
import { UnitOfWork } from '../platform/database/index.js'
import { Area, type AreaLevel } from './area.entity.js'
import { Atlas, type Lineage } from './atlas.js'
import type { Coordinates } from './coordinates.js'

/** The areas, few and needed by most requests: in memory, read from the database at the first use. */
@Injectable()
export class Areas {
  private loading: Promise<Atlas> | undefined

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** By code; of one level, or all. */
  async all(level?: AreaLevel): Promise<Area[]> {
    const { areas } = await this.loaded()
    return areas.filter((area) => level === undefined || area.level === level)
  }

  /** By id, as they lie in memory: for naming many at little cost. */
  async known(): Promise<ReadonlyMap<string, Area>> {
    return (await this.loaded()).known
  }

  async byId(id: string): Promise<Area | undefined> {
    return (await this.loaded()).byId(id)
  }

  /** Where a GCJ-02 point lies; null outside of the district. */
  async locate(point: Coordinates): Promise<Lineage | null> {
    return (await this.loaded()).locate(point)
  }

  /** Where a community or grid stands; null for any other area, or an unknown one. */
  async lineage(areaId: string): Promise<Lineage | null> {
    return (await this.loaded()).lineage(areaId)
  }

  /** To be called after areas were changed. */
  async reload(): Promise<void> {
    this.loading = undefined
    await this.loaded()
  }

  private loaded(): Promise<Atlas> {
    this.loading ??= this.load().catch((error: unknown) => {
      // A failed reading is not kept: the next request tries again.
      this.loading = undefined
      throw error
    })
    return this.loading
  }

  private async load(): Promise<Atlas> {
    return new Atlas(await this.unitOfWork.reader.find(Area, { order: { code: 'ASC' } }))
  }
}
