import { Injectable } from '@nestjs/common'
import type { Person } from '../people/index.js'
import { type RepeatableWrite, Idempotency } from '../platform/idempotency/idempotency.js'
import type { Tx } from '../platform/database/index.js'
import { Problem } from '../platform/problem.js'

const RETRIES = 2

/** How an act came in: who, with which idempotency key, asking for what. */
export interface Asked {
  by: Person
  key: string | undefined
  request: unknown
}

/**
 * Runs an act in one transaction. Whoever lost a race is decided again on the new state, so that the loser is
 * told what happened rather than that something did.
 */
@Injectable()
export class Acting {
  constructor(private readonly idempotency: Idempotency) {}

  async run<Answer>(asked: Asked, act: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    const write: RepeatableWrite = { personId: asked.by.id, key: asked.key, request: asked.request }
    for (let left = RETRIES; ; left -= 1) {
      try {
        return await this.idempotency.once(write, act)
      } catch (error) {
        if (left === 0 || !(error instanceof Problem) || error.code !== 'changed_meanwhile') throw error
      }
    }
  }
}
