import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, nullable } from '../platform/database/index.js'

/** 分派规则: category × area → department. The most specific rule wins. */
@Entity('routing_rule')
@Index('uq_routing_rule', ['categoryId', 'areaId'], { unique: true })
export class RoutingRule {
  @PrimaryColumn(id()) id: string
  @Column(id()) categoryId: string
  @Column(nullable(id())) areaId: string | null
  @Column(id()) departmentId: string
}
