import { Injectable } from '@nestjs/common'
import { DAY, HOUR, MINUTE } from '@minsheng/shared'
import { In, IsNull, LessThanOrEqual } from 'typeorm'
import { newId, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { Outbox } from './outbox.entity.js'
import { Undeliverable } from './subscribers.js'

const SECOND = 1_000
/** Longer than a batch can take. A server that died keeps its rows no longer than this. */
const LEASE = 2 * MINUTE
/** After the first, second … failure; after the sixth it is given up. */
const retryAfter: readonly number[] = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR]
/** What has been sent is kept this long. */
const KEPT = 30 * DAY
const ERROR_LENGTH = 200

/** Rows that this process may deliver until the lease ends. */
export interface Claim {
  token: string
  rows: Outbox[]
}

class LeaseLost extends Error {}

const later = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds)

/**
 * Who delivers which rows. A claim is a conditional update that counts what it changed, the same on every
 * database: no row locks are held and none are skipped. STACK A6, docs/adr/0013
 */
@Injectable()
export class Claims {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  /** Takes up to `size` rows of a lane that are due and have nothing of the same need before them. */
  async take(lane: string, size: number): Promise<Claim> {
    const token = newId(this.present.now())
    const due = await this.due(lane, size)
    if (due.length === 0) return { token, rows: [] }
    const ready = await this.withoutBlocked(lane, due)
    const taken = await this.lease(token, ready)
    const rows = unbroken(ready, taken)
    await this.release(token, without(taken, rows))
    return { token, rows }
  }

  /** Marks rows as sent. @throws Error when the lease has run out meanwhile; the transaction must be given up */
  async settle(tx: Tx, token: string, rows: readonly Outbox[]): Promise<void> {
    const { affected } = await tx.update(
      Outbox,
      { id: In(idsOf(rows)), leaseOwner: token },
      { state: 'sent', leaseOwner: null, lastError: null },
    )
    if (affected !== rows.length) throw new LeaseLost('the lease of a batch has run out')
  }

  /** Puts a row off until its next try, or gives it up. @returns when it is due again; null when it is not */
  async fail(token: string, row: Outbox, error: unknown): Promise<Date | null> {
    const wait = error instanceof Undeliverable ? undefined : retryAfter[row.attempts - 1]
    const availableAt = wait === undefined ? null : later(this.present.now(), wait)
    const lastError = (error instanceof Error ? error.message : String(error)).slice(0, ERROR_LENGTH)
    await this.change(token, [row], {
      leaseOwner: null,
      lastError,
      ...(availableAt ? { availableAt } : { state: 'givenUp' as const }),
    })
    return availableAt
  }

  /** Gives rows back that were not tried. @param availableAt when what they wait for is due */
  async release(token: string, rows: readonly Outbox[], availableAt = this.present.now()): Promise<void> {
    await this.change(token, rows, { leaseOwner: null, availableAt, attempts: () => 'attempts - 1' })
  }

  /** Forgets what was sent long ago, a part at a time. One range of `ix_outbox_due`. @returns how many */
  async forget(lane: string): Promise<number> {
    const old = await this.unitOfWork.reader.find(Outbox, {
      where: { state: 'sent', lane, availableAt: LessThanOrEqual(later(this.present.now(), -KEPT)) },
      select: { id: true },
      take: 500,
    })
    if (old.length > 0) await this.unitOfWork.run((tx) => tx.delete(Outbox, { id: In(idsOf(old)) }))
    return old.length
  }

  /** One range of `ix_outbox_due`: what is not due yet costs nothing. */
  private due(lane: string, size: number): Promise<Outbox[]> {
    return this.unitOfWork.reader
      .createQueryBuilder(Outbox, 'row')
      .where("row.state = 'pending' AND row.lane = :lane AND row.availableAt <= :now", {
        lane,
        now: this.present.now(),
      })
      .orderBy('row.availableAt')
      .addOrderBy('row.id')
      .limit(size)
      .getMany()
  }

  /**
   * Leaves out what has to wait for an earlier row of its need, and puts it off until that one is due, so that
   * it does not stand in the way of others. `ix_outbox_need`.
   */
  private async withoutBlocked(lane: string, due: readonly Outbox[]): Promise<Outbox[]> {
    const needIds = [...new Set(due.map(({ needId }) => needId))]
    const pending = await this.unitOfWork.reader.find(Outbox, {
      where: { needId: In(needIds), lane, state: 'pending' },
      select: { id: true, needId: true, availableAt: true, leaseOwner: true },
    })
    const dueIds = new Set(idsOf(due))
    const ready: Outbox[] = []
    for (const row of [...due].sort(byId)) {
      const before = pending.find(
        (other) => other.needId === row.needId && other.id < row.id && !dueIds.has(other.id),
      )
      if (before) await this.putOff(row, before)
      else ready.push(row)
    }
    return ready
  }

  private async putOff(row: Outbox, before: Outbox): Promise<void> {
    const soon = later(this.present.now(), SECOND)
    const availableAt = before.leaseOwner === null && before.availableAt > soon ? before.availableAt : soon
    const untouched = { id: row.id, state: 'pending' as const, leaseOwner: IsNull() }
    await this.unitOfWork.run((tx) => tx.update(Outbox, untouched, { availableAt }))
  }

  private async lease(token: string, rows: readonly Outbox[]): Promise<Outbox[]> {
    if (rows.length === 0) return []
    const now = this.present.now()
    const availableAt = later(now, LEASE)
    const { affected } = await this.unitOfWork.run((tx) =>
      tx.update(
        Outbox,
        { id: In(idsOf(rows)), state: 'pending', availableAt: LessThanOrEqual(now) },
        { leaseOwner: token, availableAt, attempts: () => 'attempts + 1' },
      ),
    )
    const mine = affected === rows.length ? rows : await this.ofClaim(token, rows)
    return mine.map((row) => ({ ...row, attempts: row.attempts + 1, leaseOwner: token }))
  }

  /** Another server took some of them: which are ours? By primary key. */
  private async ofClaim(token: string, rows: readonly Outbox[]): Promise<Outbox[]> {
    const where = { id: In(idsOf(rows)), leaseOwner: token }
    const ids = new Set(idsOf(await this.unitOfWork.reader.find(Outbox, { where, select: { id: true } })))
    return rows.filter(({ id }) => ids.has(id))
  }

  private async change(
    token: string,
    rows: readonly Outbox[],
    change: Parameters<Tx['update']>[2],
  ): Promise<void> {
    if (rows.length === 0) return
    await this.unitOfWork.run((tx) => tx.update(Outbox, { id: In(idsOf(rows)), leaseOwner: token }, change))
  }
}

const idsOf = (rows: readonly Pick<Outbox, 'id'>[]): string[] => rows.map(({ id }) => id)
const byId = (a: Outbox, b: Outbox) => (a.id < b.id ? -1 : 1)
const without = (rows: readonly Outbox[], others: readonly Outbox[]): Outbox[] => {
  const ids = new Set(idsOf(others))
  return rows.filter(({ id }) => !ids.has(id))
}

/** Of a need only what comes before the first row that somebody else has. */
function unbroken(wanted: readonly Outbox[], taken: readonly Outbox[]): Outbox[] {
  const ids = new Set(idsOf(taken))
  const broken = new Set<string>()
  for (const row of wanted) if (!ids.has(row.id)) broken.add(row.needId)
  return taken.filter(({ needId }) => !broken.has(needId))
}
