import { Entity, PrimaryColumn } from 'typeorm'
import { type Tx, word } from '../platform/database/index.js'

/** One row, which is only ever locked: who counts in a month that can be frozen, and who freezes it. docs/adr/0153 */
@Entity('freeze_turn')
export class FreezeTurn {
  @PrimaryColumn(word(16)) name: string
}

/**
 * Waits for one's turn, and holds it until the transaction ends: who counts beside others who count, who freezes alone.
 * Whoever comes while somebody waits to freeze comes after him. SQLite does one thing at a time anyway.
 */
export async function takeTurn(tx: Tx, as: 'counting' | 'freezing'): Promise<void> {
  if (tx.dataSource.options.type === 'better-sqlite3') return
  const mode = as === 'counting' ? 'pessimistic_read' : 'pessimistic_write'
  await tx.find(FreezeTurn, { where: { name: 'month' }, lock: { mode } })
}
