import { followUpLimit, isFollowUpOpen } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { In, IsNull } from 'typeorm'
import { Clock, Deadlines, Timers } from '../deadlines/index.js'
import { isComplainant, Need, NeedChange, needNotFound, NeedStore, system } from '../handling/index.js'
import { type Outbox, Subscribers } from '../messages/index.js'
import type { Person } from '../people/index.js'
import { insertRows, newId, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict, notFound } from '../platform/problem.js'
import { Routing } from '../routing/index.js'
import type { FollowUpView } from './follow-up.dto.js'
import { FollowUp } from './follow-up.entity.js'

const kind = 'followUp'

/** The second question about works, four weeks after they were closed. A "no" leads to reopening. docs/adr/0075 */
@Injectable()
export class FollowUps {
  constructor(
    private readonly store: NeedStore,
    private readonly routing: Routing,
    private readonly deadlines: Deadlines,
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    subscribers: Subscribers,
    timers: Timers,
  ) {
    subscribers.follow(['need.rated', 'need.lapsed'], (tx, rows) => this.start(tx, rows))
    subscribers.follow(['need.rework'], (tx, rows) => this.stop(tx, rows))
    timers.on(kind, 'question', (tx, clocks) => this.ask(tx, clocks))
  }

  /** @throws Problem 404 for a need of somebody else, as for one that does not exist */
  async ofNeed(by: Person, needId: string): Promise<FollowUpView | null> {
    const need = await this.store.byId(needId)
    if (!need || !isComplainant(by, need)) throw needNotFound()
    const asked = await this.unitOfWork.reader.findOneBy(FollowUp, { needId, round: need.round })
    return asked && this.view(asked)
  }

  /** Can be said anew while the question is open. @throws Problem 404 `follow_up_not_found`, 409 `follow_up_closed` */
  async say(tx: Tx, by: Person, needId: string, holds: boolean): Promise<FollowUpView> {
    const need = await this.store.byId(needId, tx)
    if (!need || !isComplainant(by, need)) throw needNotFound()
    const asked = await tx.findOneBy(FollowUp, { needId, round: need.round })
    if (!asked) throw notFound('follow_up_not_found', '现在还不用回答。问题又出现的话，请点“重新办理”')
    const at = this.present.now()
    if (!isFollowUpOpen(asked.askedAt, at))
      throw conflict('follow_up_closed', '这个问题已经过期。问题又出现的话，请重新提交一件')
    Object.assign(asked, { holds, answeredAt: at })
    await tx.update(FollowUp, { id: asked.id }, { holds, answeredAt: at })
    const change = new NeedChange(need, at)
    change.record('followUp', { kind: by.kind, id: by.id }, { holds })
    change.post('need.followUpSaid', { holds })
    await change.save(tx)
    return this.view(asked)
  }

  private view({ askedAt, holds }: FollowUp): FollowUpView {
    return { askedAt: askedAt.toISOString(), holds, isOpen: isFollowUpOpen(askedAt, this.present.now()) }
  }

  /** Closed works begin to be waited for, once for each closing; what was said besides later changes nothing. */
  private async start(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const closed = await tx.findBy(Need, { id: In(idsOf(rows)), state: 'closed' })
    const known = await tx.findBy(Clock, { needId: In(closed.map(({ id }) => id)), kind })
    const started = new Set(known.map(({ needId, startAt }) => `${needId} ${startAt.getTime()}`))
    const clocks: Clock[] = []
    for (const need of closed) {
      const { id: needId, closedAt } = need
      if (!closedAt || started.has(`${needId} ${closedAt.getTime()}`) || !(await this.isWorks(need))) continue
      const running = this.deadlines.running(kind, followUpLimit, need, closedAt)
      const owner = { id: newId(closedAt), needId, workOrderId: null, departmentId: null }
      clocks.push({ ...running, ...owner, stoppedAt: null, breachedAt: null, leaseOwner: null })
    }
    await insertRows(tx, Clock, clocks)
  }

  private async isWorks({ categoryId }: Need): Promise<boolean> {
    return categoryId !== null && (await this.routing.category(categoryId))?.isFollowedUp === true
  }

  private async stop(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const running = { needId: In(idsOf(rows)), kind, stoppedAt: IsNull() } as const
    await tx.update(Clock, running, { stoppedAt: this.present.now(), nextAt: null, leaseOwner: null })
  }

  /** What is worked on again meanwhile is asked about when that is done. */
  private async ask(tx: Tx, clocks: readonly Clock[]): Promise<void> {
    const at = this.present.now()
    const needs = await tx.findBy(Need, { id: In(clocks.map(({ needId }) => needId)), state: 'closed' })
    const rows = needs.map(({ id: needId, round, departmentId }) => ({
      ...{ id: newId(at), needId, round, departmentId },
      ...{ askedAt: at, holds: null, answeredAt: null },
    }))
    await insertRows(tx, FollowUp, rows)
    const changes = needs.map((need) => {
      const change = new NeedChange(need, at)
      change.stopClocks(null, kind)
      change.record('followUp', system, {})
      change.post('need.followUp')
      return change
    })
    await NeedChange.saveAll(tx, changes)
  }
}

const idsOf = (rows: readonly Outbox[]): string[] => [...new Set(rows.map(({ needId }) => needId))]
