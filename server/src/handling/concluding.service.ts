import { Injectable } from '@nestjs/common'
import { type Clock, Timers } from '../deadlines/index.js'
import { actLane, inOrder, Outbox, toDeliver } from '../messages/index.js'
import type { Person } from '../people/index.js'
import { insertRows, type Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { firstSigner } from './facts.js'
import { Loading } from './loading.js'
import { actorOf, saved } from './need-acts.service.js'
import { NeedChange, system } from './need-change.js'
import type { Need } from './need.entity.js'
import { decideNeed } from './refusal.js'

/** How an answered need ends without a rating: nobody says anything, or two supervisors end it. WORKFLOW §1. */
@Injectable()
export class Concluding {
  constructor(
    private readonly loading: Loading,
    private readonly present: Present,
    timers: Timers,
  ) {
    timers.on('rating', 'invite', (tx, clocks) => this.invite(tx, clocks))
    timers.on('rating', 'lapse', (tx, clocks) => this.lapse(tx, clocks))
  }

  /**
   * Ends what stays bad after two reworks: the first supervisor signs, another one completes it. It counts as
   * unsolved. @throws Problem 422 `conclude_too_early`, `conclude_other_person`
   */
  async conclude(tx: Tx, by: Person, id: string, reason: string): Promise<Need> {
    const loaded = await this.loading.need(tx, by, id)
    const { need, change } = loaded
    const outcome = firstSigner(loaded) === null ? 'first' : 'second'
    need.state = decideNeed(loaded, 'conclude', { outcome }).to
    change.record('conclude', actorOf(by), { reason })
    if (outcome === 'second') {
      Object.assign(need, { closedAt: change.at, isSolved: false })
      change.stopClocks(null, 'rating')
      change.post('need.concluded')
    }
    return saved(tx, change)
  }

  /** The second invitation. Whoever has rated meanwhile has stopped the clock. */
  private async invite(tx: Tx, clocks: readonly Clock[]): Promise<void> {
    const at = this.present.now()
    const rows = clocks.map(({ needId }) =>
      toDeliver({ needId, lane: actLane, topic: 'need.invited', payload: {} }, at),
    )
    await insertRows(tx, Outbox, inOrder(rows))
  }

  /** Fourteen days without a word: closed, not rated, and never counted as satisfied. */
  private async lapse(tx: Tx, clocks: readonly Clock[]): Promise<void> {
    const all = await this.loading.manyBySystem(
      tx,
      clocks.map(({ needId }) => needId),
    )
    const unrated = all.filter(({ need }) => need.state === 'answered')
    for (const loaded of unrated) {
      const { need, change } = loaded
      need.state = decideNeed(loaded, 'lapse').to
      need.closedAt = change.at
      change.stopClocks(null, 'rating')
      change.record('lapse', system, {})
      change.post('need.lapsed')
    }
    await NeedChange.saveAll(
      tx,
      unrated.map(({ change }) => change),
    )
  }
}
