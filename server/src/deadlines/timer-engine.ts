import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common'
import { inOrder, Outbox, actLane, toDeliver } from '../messages/index.js'
import { insertRows, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Doorbell } from '../platform/doorbell.js'
import { Present } from '../platform/present.js'
import { type DueClock, type TimerClaim, TimerClaims, TimerLeaseLost } from './timer-claims.js'
import { Timers } from './timers.js'

/** Clocks that are moved on in one claim. */
const BATCH = 500
/** Milliseconds between two looks while nothing is due. */
const POLL = 5_000

/**
 * Carries out what the clocks' stages bring, each once, when their time has come: also on several servers, and
 * also when for a day there was none. docs/adr/0025
 */
@Injectable()
export class TimerEngine implements BeforeApplicationShutdown {
  private readonly logger = new Logger('timers')
  private readonly bell = new Doorbell()
  private running: Promise<void> | undefined
  private isStopping = false

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly claims: TimerClaims,
    private readonly timers: Timers,
    private readonly present: Present,
  ) {}

  /** From now on until the application stops. */
  start(): void {
    this.running ??= this.loop()
  }

  /** Carries out all that is due. For tests and tools. @returns how many stages were taken up */
  async sweep(): Promise<number> {
    let all = 0
    for (let taken = -1; taken !== 0; all += taken) taken = await this.turn()
    return all
  }

  /** What is under way is finished; the rest is another server's, or waits for the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true
    this.bell.ring()
    await this.running
  }

  private async loop(): Promise<void> {
    while (!this.isStopping) {
      const began = Date.now()
      const taken = await this.attempt()
      // As long a rest as the work took: at the close of a day many are due, and others need the database too.
      await this.bell.wait(taken > 0 ? Date.now() - began : POLL)
    }
  }

  /** A database that is away for a while must not end the loop. */
  private async attempt(): Promise<number> {
    try {
      return await this.turn()
    } catch (error) {
      this.logger.error(error instanceof Error ? error.message : String(error))
      return 0
    }
  }

  /** @returns how many clocks were taken up, moved on or not */
  private async turn(): Promise<number> {
    const claim = await this.claims.take(BATCH)
    for (const clocks of alike(claim.clocks)) await this.together({ token: claim.token, clocks })
    return claim.clocks.length
  }

  /** All at once, which costs a few statements; one after the other when one of them does not go. */
  private async together({ token, clocks }: TimerClaim): Promise<void> {
    try {
      await this.carryOut(token, clocks)
    } catch (error) {
      const [only] = clocks
      if (clocks.length === 1 && only) return this.failed(token, only, error)
      for (const clock of clocks) await this.together({ token, clocks: [clock] })
    }
  }

  private async carryOut(token: string, clocks: readonly DueClock[]): Promise<void> {
    const [first] = clocks
    if (!first) return
    const handler = this.timers.handlerOf(first.kind, first.stage)
    await this.unitOfWork.run(async (tx) => {
      await this.claims.settle(tx, token, clocks)
      if (handler) await handler(tx, clocks)
      else await this.post(tx, clocks)
    })
  }

  /** For whoever follows the topic of the stage. */
  private async post(tx: Tx, clocks: readonly DueClock[]): Promise<void> {
    const at = this.present.now()
    const rows = clocks.map(({ id: clockId, needId, kind, stage, workOrderId, departmentId, dueAt }) => {
      const payload = { clockId, kind, workOrderId, departmentId, dueAt: dueAt.toISOString() }
      return toDeliver({ needId, lane: actLane, topic: `clock.${stage}`, payload }, at)
    })
    await insertRows(tx, Outbox, inOrder(rows))
  }

  /** A clock that was stopped or changed meanwhile has lost nothing: its act was faster. */
  private async failed(token: string, clock: DueClock, error: unknown): Promise<void> {
    if (error instanceof TimerLeaseLost) return
    const { id, needId, kind, stage } = clock
    const reason = error instanceof Error ? error.message : String(error)
    this.logger.warn({ message: 'to be tried again', id, needId, kind, stage, reason })
    await this.claims.putOff(token, clock)
  }
}

/** Clocks of one kind and stage together, in the order in which they are due. */
function alike(clocks: readonly DueClock[]): DueClock[][] {
  const groups = new Map<string, DueClock[]>()
  for (const clock of clocks) {
    const key = `${clock.kind} ${clock.stage}`
    groups.set(key, [...(groups.get(key) ?? []), clock])
  }
  return [...groups.values()]
}
