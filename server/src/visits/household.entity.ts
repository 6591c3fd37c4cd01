import type { CareMark } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, nullable, word } from '../platform/database/index.js'

/**
 * 住户: a door of a grid. Where it is stands readable, so that it can be searched; who lives there and what is noted
 * about them does not. docs/adr/0121
 */
@Entity('household')
@Index('ix_household_change', ['gridId', 'changeNumber'])
@Index('ix_household_unvisited', ['gridId', 'unvisitedSince', 'id', 'removedAt'])
@Index('ix_household_building', ['gridId', 'building', 'unvisitedSince', 'id'])
@Index('uq_household_door_code', ['doorCode'], { unique: true })
export class Household {
  @PrimaryColumn(id()) id: string
  @Column(id()) gridId: string
  @Column(word(20)) building: string
  @Column(word(10)) unit: string
  @Column(word(10)) room: string
  /** The scene of the code on the door, which is an `Entry` too. */
  @Column(word(32)) doorCode: string
  @Column(json()) marks: CareMark[]
  @Column({ type: 'text', nullable: true }) noteCipher: string | null
  /** The last visit at which somebody was met, or when the household was entered: since then nobody was. */
  @Column(instant()) unvisitedSince: Date
  @Column(nullable(instant())) lastMetAt: Date | null
  @Column(nullable(instant())) lastVisitedAt: Date | null
  /** A day of Shanghai that was agreed on. */
  @Column(nullable(word(10))) nextVisitOn: string | null
  /** Of what a person can change: marks, note, residents. A visit does not count it up. */
  @Column({ type: 'integer' }) version: number
  /** The number of its last change among those of its grid. */
  @Column({ type: 'integer' }) changeNumber: number
  @Column(nullable(instant())) removedAt: Date | null
}
