import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { degrees, id, json, nullable, word } from '../platform/database/index.js'

export const areaLevels = ['district', 'street', 'community', 'grid'] as const
export type AreaLevel = (typeof areaLevels)[number]

/** 区划: district → town or street → community or village → grid. Coordinates are GCJ-02. */
@Entity('area')
@Index('uq_area_code', ['code'], { unique: true })
export class Area {
  @PrimaryColumn(id()) id: string
  @Column(word(40)) code: string
  @Column(word(60)) name: string
  @Column(word(12)) level: AreaLevel
  @Column(nullable(id())) parentId: string | null
  @Column(degrees()) longitude: number
  @Column(degrees()) latitude: number
  /** Corners as [longitude, latitude]. */
  @Column(json()) polygon: [number, number][]
}
