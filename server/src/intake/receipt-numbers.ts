import { makeReceiptNo, shanghaiDate } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { insertRows, isUniqueViolation, UnitOfWork } from '../platform/database/index.js'
import { ReceiptBlock } from './receipt-block.entity.js'

const FIRST_BLOCK = 10
const LARGEST_BLOCK = 1000

interface Block {
  date: string
  next: number
  end: number
  size: number
}

/**
 * Gives out receipt numbers. Each server takes the numbers of a day in blocks, by a conditional update in a
 * transaction of its own, so that submissions never wait for one another at a counter. A block grows while it is
 * used up, so a quiet street office has nearly unbroken numbers; numbers left in a block at a stop are lost.
 */
@Injectable()
export class ReceiptNumbers {
  private block: Block | undefined
  private fetching: Promise<void> | undefined

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The next number of the Shanghai day of `at`. Usually without a query. */
  async next(at: Date): Promise<string> {
    const date = shanghaiDate(at)
    while (!this.block || this.block.date !== date || this.block.next > this.block.end) {
      this.fetching ??= this.fetch(date).finally(() => (this.fetching = undefined))
      await this.fetching
    }
    const sequence = this.block.next
    this.block.next += 1
    return makeReceiptNo(date, sequence)
  }

  private async fetch(date: string): Promise<void> {
    const size = this.block?.date === date ? Math.min(LARGEST_BLOCK, this.block.size * 2) : FIRST_BLOCK
    const taken = await this.take(date, size)
    this.block = { date, next: taken + 1, end: taken + size, size }
  }

  /** Takes so many numbers of a day and answers how many were taken before. */
  private async take(date: string, size: number): Promise<number> {
    for (;;) {
      const taken = await this.unitOfWork
        .run(async (tx) => {
          const row = await tx.findOneBy(ReceiptBlock, { date })
          if (!row) {
            await insertRows(tx, ReceiptBlock, [{ date, taken: size }])
            return 0
          }
          const result = await tx.update(
            ReceiptBlock,
            { date, taken: row.taken },
            { taken: row.taken + size },
          )
          return result.affected === 1 ? row.taken : undefined
        })
        .catch((error: unknown) => {
          if (isUniqueViolation(error)) return undefined
          throw error
        })
      if (taken !== undefined) return taken
    }
  }
}
