import type { HourSpan, RoutingRuleFacts } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, nullable } from '../platform/database/index.js'

/** 分派规则: one version of a rule. A change ends one version and begins the next, so that history stays. */
@Entity('routing_rule')
@Index('uq_routing_rule_version', ['ruleId', 'version'], { unique: true })
@Index('ix_routing_rule_created', ['createdAt', 'id'])
@Index('ix_routing_rule_category', ['categoryId', 'createdAt', 'id'])
@Index('ix_routing_rule_department', ['departmentId', 'createdAt', 'id'])
@Index('ix_routing_rule_area', ['areaId', 'createdAt', 'id'])
export class RoutingRule implements RoutingRuleFacts {
  /** Of this version. */
  @PrimaryColumn(id()) id: string
  /** The same in every version. */
  @Column(id()) ruleId: string
  @Column({ type: 'integer' }) version: number
  @Column(id()) categoryId: string
  @Column(nullable(id())) areaId: string | null
  @Column(nullable(json())) words: string[] | null
  @Column(nullable(json())) months: number[] | null
  @Column(nullable(json())) hours: HourSpan | null
  @Column({ type: 'integer' }) priority: number
  @Column(instant()) validFrom: Date
  @Column(nullable(instant())) validUntil: Date | null
  @Column(nullable(id())) departmentId: string | null
  @Column(json()) assistingIds: string[]
  @Column({ type: 'integer', nullable: true }) answerWorkdays: number | null
  @Column(instant()) createdAt: Date
  /** Null: it came with the city's first data. */
  @Column(nullable(id())) createdById: string | null
}
