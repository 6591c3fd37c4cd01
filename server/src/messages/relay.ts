import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common'
import { MINUTE } from '@minsheng/shared'
import { UnitOfWork } from '../platform/database/index.js'
import { type Claim, Claims } from './claims.js'
import { Doorbell } from '../platform/doorbell.js'
import { actLane, Outbox } from './outbox.entity.js'
import { Subscribers } from './subscribers.js'

/** Rows of acts that are followed in one transaction. */
const ACTS = 100
/** Rows of another lane that are on their way at the same time. */
const DELIVERIES = 8
/** Milliseconds between two looks when nobody wakes the relay. */
const POLL = 1_000
/** After a turn the lane of acts rests this many times as long, so that it takes a third of the database at most. */
const REST = 2
const SHORTEST_REST = 20

/**
 * Delivers what the outbox holds: one loop for each lane, so that a slow destination holds up only itself.
 * docs/adr/0013
 */
@Injectable()
export class Relay implements BeforeApplicationShutdown {
  private readonly logger = new Logger('outbox')
  private readonly loops: Promise<void>[] = []
  private readonly bells: Doorbell[] = []
  private isStopping = false

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly claims: Claims,
    private readonly subscribers: Subscribers,
  ) {}

  /** From now on until the application stops. */
  start(): void {
    this.unitOfWork.onInserted(Outbox, () => this.wake())
    for (const lane of this.lanes) {
      const bell = new Doorbell()
      this.bells.push(bell)
      this.loops.push(this.loop(lane, bell))
    }
  }

  /** Looks at once. */
  wake(): void {
    for (const bell of this.bells) bell.ring()
  }

  /** Delivers until nothing is due. For tests and tools. @returns how many rows were taken up */
  async drain(): Promise<number> {
    let all = 0
    for (let taken = -1; taken !== 0; all += taken) {
      taken = 0
      for (const lane of this.lanes) taken += await this.turn(lane)
    }
    return all
  }

  /** What is under way is finished; what was not begun is another server's, or waits for the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true
    this.wake()
    await Promise.all(this.loops)
  }

  private get lanes(): string[] {
    return [actLane, ...this.subscribers.lanes]
  }

  private async loop(lane: string, bell: Doorbell): Promise<void> {
    let forgotAt = 0
    while (!this.isStopping) {
      const began = Date.now()
      const taken = await this.attempt(() => this.turn(lane))
      if (taken > 0) {
        // A rest is not cut short by new rows.
        if (lane === actLane) await rest(Math.max(SHORTEST_REST, REST * (Date.now() - began)))
        continue
      }
      if (began - forgotAt > MINUTE) {
        forgotAt = began
        await this.attempt(() => this.claims.forget(lane))
      }
      await bell.wait(POLL)
    }
  }

  /** A database that is away for a while must not end the loop. */
  private async attempt(work: () => Promise<number>): Promise<number> {
    try {
      return await work()
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : String(error))
      return 0
    }
  }

  /** @returns how many rows were taken up, delivered or not */
  private async turn(lane: string): Promise<number> {
    const claim = await this.claims.take(lane, lane === actLane ? ACTS : DELIVERIES)
    if (claim.rows.length === 0) return 0
    if (lane !== actLane || !(await this.followTogether(claim))) await this.oneByOne(claim)
    return claim.rows.length
  }

  /** All at once, which costs a few statements; false when one of them does not go. */
  private async followTogether({ token, rows }: Claim): Promise<boolean> {
    try {
      await this.follow(token, rows)
      return true
    } catch (error) {
      if (rows.length === 1) await this.failed(token, rows, error)
      return rows.length === 1
    }
  }

  private async follow(token: string, rows: readonly Outbox[]): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.claims.settle(tx, token, rows)
      await this.subscribers.followAll(tx, rows)
    })
  }

  /** The needs side by side, the rows of each need one after the other. */
  private async oneByOne({ token, rows }: Claim): Promise<void> {
    await Promise.all([...byNeed(rows).values()].map((ofNeed) => this.inOrder(token, ofNeed)))
  }

  private async inOrder(token: string, rows: readonly Outbox[]): Promise<void> {
    for (const [index, row] of rows.entries()) {
      if (this.isStopping) return this.claims.release(token, rows.slice(index))
      try {
        await this.handOver(token, row)
      } catch (error) {
        return this.failed(token, rows.slice(index), error)
      }
    }
  }

  private async handOver(token: string, row: Outbox): Promise<void> {
    if (row.lane === actLane) return this.follow(token, [row])
    await this.subscribers.deliverOne(row)
    await this.unitOfWork.run((tx) => this.claims.settle(tx, token, [row]))
  }

  /** The first of these rows failed; the others wait for it, unless it was given up. */
  private async failed(token: string, [row, ...others]: readonly Outbox[], error: unknown): Promise<void> {
    if (!row) return
    const { id, topic, attempts } = row
    const dueAgain = await this.claims.fail(token, row, error)
    const reason = error instanceof Error ? error.message : String(error)
    this.logger.warn({ message: dueAgain ? 'to be tried again' : 'given up', id, topic, attempts, reason })
    await this.claims.release(token, others, dueAgain ?? undefined)
  }
}

const rest = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

function byNeed(rows: readonly Outbox[]): Map<string, Outbox[]> {
  const groups = new Map<string, Outbox[]>()
  for (const row of rows) groups.set(row.needId, [...(groups.get(row.needId) ?? []), row])
  return groups
}
