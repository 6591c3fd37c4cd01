import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { id, instant, json, nullable, word } from '../platform/database/index.js'

export const departmentKinds = ['bureau', 'utility', 'town', 'street'] as const
export type DepartmentKind = (typeof departmentKinds)[number]

/** 承办单位: a bureau, utility, town or street office that handles work orders. */
@Entity('department')
@Index('uq_department_code', ['code'], { unique: true })
export class Department {
  @PrimaryColumn(id()) id: string
  @Column(word(40)) code: string
  @Column(word(60)) name: string
  @Column(word(12)) kind: DepartmentKind
  /** The town or street that the office serves. */
  @Column(nullable(id())) areaId: string | null
  @Column(json()) duties: string[]
  /** Since when it is no more: what it has done keeps its name, and nothing new goes there. */
  @Column(nullable(instant())) leftAt: Date | null
}
