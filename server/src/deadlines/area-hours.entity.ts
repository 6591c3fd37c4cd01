import { Column, Entity, PrimaryColumn } from 'typeorm'
import { id, json } from '../platform/database/index.js'

/** Working hours of a district, or of a part of it, where they are not 09:00–12:00 and 14:00–18:00. */
@Entity('area_hours')
export class AreaHours {
  @PrimaryColumn(id()) areaId: string
  /** Stretches in minutes since midnight in Shanghai, in order. */
  @Column(json()) hours: [number, number][]
}
