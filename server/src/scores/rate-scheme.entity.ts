import type { DatedScheme } from '@minsheng/shared'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { asNumber, id, instant, word } from '../platform/database/index.js'

const share = () => ({ type: 'decimal', precision: 6, scale: 4, transformer: asNumber }) as const

/** Weights of the composite score, from a day on until the next scheme. Never changed, only followed. WORKFLOW §4. */
@Entity('rate_scheme')
@Index('uq_rate_scheme_from', ['validFrom'], { unique: true })
export class RateSchemeRow implements DatedScheme {
  @PrimaryColumn(id()) id: string
  /** A day in Shanghai. */
  @Column(word(10)) validFrom: string
  @Column(share()) contact: number
  @Column(share()) solved: number
  @Column(share()) satisfaction: number
  @Column(share()) fairlySatisfied: number
  @Column(word(200)) reason: string
  @Column(id()) setById: string
  @Column(instant()) setAt: Date
}
