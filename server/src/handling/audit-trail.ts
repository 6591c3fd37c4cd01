import type { EntityManager } from 'typeorm'
import type { UnitOfWork } from '../platform/database/index.js'
import { brokenAt } from './event-chain.js'
import { NeedEvent } from './need-event.entity.js'
import { Need } from './need.entity.js'

/** Needs whose events are in memory at a time. */
const PAGE = 200

/** Where the events of a need do not fit together. */
export interface Break {
  needId: string
  /** Null when the events are there, but not their need. */
  receiptNo: string | null
  /** The first event that does not fit, or is missing. */
  sequence: number
}

/** The event chains of the whole database, checked page by page. DESIGN, rule of the house 4. */
export class AuditTrail {
  needs = 0
  events = 0

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** In the order of the needs' ids: ranges of the primary key and of `uq_need_event_sequence`. */
  async *breaks(): AsyncGenerator<Break> {
    let after = ''
    for (;;) {
      const needs = await this.page(after)
      const last = needs.length < PAGE ? undefined : needs.at(-1)?.id
      yield* this.inRange(needs, after, last)
      if (last === undefined) return
      after = last
    }
  }

  private async *inRange(
    needs: readonly Need[],
    after: string,
    last: string | undefined,
  ): AsyncGenerator<Break> {
    const events = byNeed(await this.eventsBetween(after, last))
    for (const need of needs) {
      this.needs += 1
      if (brokenAt(events.get(need.id) ?? [], need) === undefined) continue
      const sequence = await this.again(need.id)
      if (sequence !== undefined) yield { needId: need.id, receiptNo: need.receiptNo, sequence }
    }
    const known = new Set(needs.map(({ id }) => id))
    for (const needId of events.keys())
      if (!known.has(needId) && (await this.again(needId)) !== undefined)
        yield { needId, receiptNo: null, sequence: 1 }
  }

  /** Somebody may have acted between the two readings: what looks broken is read once more, at one moment. */
  private again(needId: string): Promise<number | undefined> {
    return this.unitOfWork.run(async (tx) => {
      const need = await tx.findOneBy(Need, { id: needId })
      const events = await tx.find(NeedEvent, { where: { needId }, order: { sequence: 'ASC' } })
      return need ? brokenAt(events, need) : 1
    })
  }

  private page(after: string): Promise<Need[]> {
    return this.reader
      .createQueryBuilder(Need, 'need')
      .select(['need.id', 'need.receiptNo', 'need.eventCount', 'need.lastEventHash'])
      .where('need.id > :after', { after })
      .orderBy('need.id')
      .limit(PAGE)
      .getMany()
  }

  private async eventsBetween(after: string, last: string | undefined): Promise<NeedEvent[]> {
    const query = this.reader
      .createQueryBuilder(NeedEvent, 'event')
      .where('event.needId > :after', { after })
      .orderBy('event.needId')
      .addOrderBy('event.sequence')
    if (last !== undefined) query.andWhere('event.needId <= :last', { last })
    const events = await query.getMany()
    this.events += events.length
    return events
  }

  private get reader(): EntityManager {
    return this.unitOfWork.reader
  }
}

function byNeed(events: readonly NeedEvent[]): Map<string, NeedEvent[]> {
  const groups = new Map<string, NeedEvent[]>()
  for (const event of events) {
    const group = groups.get(event.needId)
    if (group) group.push(event)
    else groups.set(event.needId, [event])
  }
  return groups
}
