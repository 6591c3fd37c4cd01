import { Injectable } from '@nestjs/common'
import type { Tx } from '../platform/database/index.js'
import { Session } from './session.entity.js'

/** Moves what one capability keeps of a resident to another one. */
export type Move = (tx: Tx, from: string, to: string) => Promise<void>

/** Two residents turn out to be one person: everybody who keeps something of the first gives it to the second. */
@Injectable()
export class Joining {
  private readonly moves: Move[] = [
    async (tx, from, to) => void (await tx.update(Session, { personId: from }, { personId: to })),
  ]

  /** Registers who keeps something under a resident's id. */
  onJoin(move: Move): void {
    this.moves.push(move)
  }

  async join(tx: Tx, from: string, to: string): Promise<void> {
    for (const move of this.moves) await move(tx, from, to)
  }
}
