import { Column, Entity, PrimaryColumn } from 'typeorm'
import { id, instant, json, nullable, word } from '../platform/database/index.js'

/** 工作日历: the holidays and make-up workdays of a year, as the State Council announced them. "MM-DD". */
@Entity('work_calendar')
export class WorkCalendarYear {
  @PrimaryColumn({ type: 'integer' }) year: number
  @Column(json()) holidays: string[]
  @Column(json()) makeUpWorkdays: string[]
  /** The notice that says so. */
  @Column(word(80)) source: string
  @Column(instant()) loadedAt: Date
  /** Who has loaded it; nobody when it came with the program or from a file. */
  @Column(nullable(id())) loadedById: string | null
}
