import { MINUTE, stageAfter } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In, LessThanOrEqual } from 'typeorm'
import { newId, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { Clock } from './clock.entity.js'
import { Deadlines } from './deadlines.js'

/** Longer than a batch can take. A server that died keeps its clocks no longer than this. */
const LEASE = 2 * MINUTE
/** How long a clock whose stage has failed waits for the next try. */
const RETRY = MINUTE

/** A clock at a stage that is due. */
export type DueClock = Clock & { stage: NonNullable<Clock['stage']> }

/** Clocks whose next stage this process may carry out until the lease ends. */
export interface TimerClaim {
  token: string
  clocks: DueClock[]
}

export class TimerLeaseLost extends Error {}

const later = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds)
const idsOf = (clocks: readonly Clock[]): string[] => clocks.map(({ id }) => id)
const isDue = (clock: Clock): clock is DueClock => clock.stage !== null

/**
 * Who carries out which stages. As with the outbox a claim is a conditional update that counts what it changed.
 * STACK A6, docs/adr/0025
 */
@Injectable()
export class TimerClaims {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    private readonly deadlines: Deadlines,
  ) {}

  /** Takes up to `size` clocks whose next stage is due, the longest due first. */
  async take(size: number): Promise<TimerClaim> {
    const now = this.present.now()
    const token = newId(now)
    const due = (await this.due(now, size)).filter(isDue)
    if (due.length === 0) return { token, clocks: [] }
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.update(
        Clock,
        { id: In(idsOf(due)), nextAt: LessThanOrEqual(now) },
        { leaseOwner: token, nextAt: later(now, LEASE) },
      ),
    )
    return { token, clocks: affected === due.length ? due : await this.ofClaim(token, due) }
  }

  /**
   * Moves clocks on to the stage after the one that is carried out in this transaction.
   * @throws TimerLeaseLost when one was stopped or changed meanwhile; the transaction must be given up
   */
  async settle(tx: Tx, token: string, clocks: readonly DueClock[]): Promise<void> {
    for (const { next, members } of this.byNext(clocks).values()) {
      const isMissed = members[0]?.stage === 'red'
      const { affected } = await tx.update(
        Clock,
        { id: In(idsOf(members)), leaseOwner: token },
        {
          ...next,
          leaseOwner: null,
          ...(isMissed && { breachedAt: () => 'COALESCE(breached_at, due_at)' }),
        },
      )
      if (affected !== members.length) throw new TimerLeaseLost('the lease of a clock has run out')
    }
  }

  /** Puts a clock off until its next try, unless it was stopped or changed meanwhile. */
  async putOff(token: string, { id }: Clock): Promise<void> {
    const nextAt = later(this.present.now(), RETRY)
    await this.unitOfWork.run((tx) =>
      tx.update(Clock, { id, leaseOwner: token }, { leaseOwner: null, nextAt }),
    )
  }

  /** One range of `ix_clock_next`: what is not due yet costs nothing. */
  private due(now: Date, size: number): Promise<Clock[]> {
    return this.unitOfWork.reader
      .createQueryBuilder(Clock, 'clock')
      .where('clock.nextAt <= :now', { now })
      .orderBy('clock.nextAt')
      .addOrderBy('clock.id')
      .limit(size)
      .getMany()
  }

  /** Another server took some of them: which are ours? By primary key. */
  private async ofClaim(token: string, clocks: readonly DueClock[]): Promise<DueClock[]> {
    const where = { id: In(idsOf(clocks)), leaseOwner: token }
    const ids = new Set(idsOf(await this.unitOfWork.reader.find(Clock, { where, select: { id: true } })))
    return clocks.filter(({ id }) => ids.has(id))
  }

  /** Many clocks are due at the close of the same day: those that go on alike are written in one statement. */
  private byNext(clocks: readonly DueClock[]) {
    const groups = new Map<string, { next: Pick<Clock, 'stage' | 'nextAt'>; members: DueClock[] }>()
    for (const clock of clocks) {
      const next = this.deadlines.atStage(clock, stageAfter(clock.kind, clock.stage) ?? null)
      const key = `${next.stage ?? ''} ${next.nextAt?.getTime() ?? ''}`
      const group = groups.get(key)
      if (group) group.members.push(clock)
      else groups.set(key, { next, members: [clock] })
    }
    return groups
  }
}
