import type { EntityManager } from 'typeorm'
import type { UnitOfWork } from '../platform/database/index.js'
import { chainBrokenAt, type ChainedEvent, type ChainEnd, eventHash } from './event-chain.js'
import { NeedEvent } from './need-event.entity.js'
import { Need } from './need.entity.js'

/** Records whose events are in memory at a time. */
const PAGE = 200

/** A record that has a chain of events. */
interface Holder extends ChainEnd {
  id: string
  /** None where it is about no need. */
  receiptNo: string | null
}

/** Which events hang together, and whose they are. */
export interface Chain<Owner extends string, Event extends ChainedEvent & Record<Owner, string>> {
  /** What a record is called: 诉求. */
  noun: string
  holder: new () => Holder
  event: new () => Event
  /** The event's column that says whose it is. */
  owner: Owner
  hashOf: (event: Event) => string
}

/** Where the events of a record do not fit together. */
export interface Break {
  id: string
  /** Null when the events are there, but not their record. */
  receiptNo: string | null
  /** The first event that does not fit, or is missing. */
  sequence: number
}

/** All the event chains of one kind of record, checked page by page. DESIGN, rule of the house 4. */
export class AuditTrail<Owner extends string, Event extends ChainedEvent & Record<Owner, string>> {
  records = 0
  events = 0

  constructor(
    private readonly unitOfWork: UnitOfWork,
    readonly chain: Chain<Owner, Event>,
  ) {}

  /** In the order of the records' ids: ranges of the primary key, and of the events' unique key of owner and sequence. */
  async *breaks(): AsyncGenerator<Break> {
    let after = ''
    for (;;) {
      const holders = await this.page(after)
      const last = holders.length < PAGE ? undefined : holders.at(-1)?.id
      yield* this.inRange(holders, after, last)
      if (last === undefined) return
      after = last
    }
  }

  private async *inRange(
    holders: readonly Holder[],
    after: string,
    last: string | undefined,
  ): AsyncGenerator<Break> {
    const events = this.byOwner(await this.eventsBetween(after, last))
    for (const holder of holders) {
      this.records += 1
      if (this.brokenAt(events.get(holder.id) ?? [], holder) === undefined) continue
      const sequence = await this.again(holder.id)
      if (sequence !== undefined) yield { id: holder.id, receiptNo: holder.receiptNo ?? holder.id, sequence }
    }
    const known = new Set(holders.map(({ id }) => id))
    for (const id of events.keys())
      if (!known.has(id) && (await this.again(id)) !== undefined) yield { id, receiptNo: null, sequence: 1 }
  }

  /** Somebody may have acted between the two readings: what looks broken is read once more, at one moment. */
  private again(id: string): Promise<number | undefined> {
    return this.unitOfWork.run(async (tx) => {
      const holder = await this.holders(tx).where('holder.id = :id', { id }).getOne()
      const events = await this.eventsIn(tx).where(`event.${this.chain.owner} = :id`, { id }).getMany()
      return holder ? this.brokenAt(events, holder) : 1
    })
  }

  private brokenAt(events: readonly Event[], holder: Holder): number | undefined {
    return chainBrokenAt(events, holder, this.chain.hashOf)
  }

  private page(after: string): Promise<Holder[]> {
    return this.holders(this.unitOfWork.reader).where('holder.id > :after', { after }).limit(PAGE).getMany()
  }

  private async eventsBetween(after: string, last: string | undefined): Promise<Event[]> {
    const { owner } = this.chain
    const query = this.eventsIn(this.unitOfWork.reader).where(`event.${owner} > :after`, { after })
    if (last !== undefined) query.andWhere(`event.${owner} <= :last`, { last })
    const events = await query.getMany()
    this.events += events.length
    return events
  }

  private holders(manager: EntityManager) {
    return manager
      .createQueryBuilder(this.chain.holder, 'holder')
      .select(['holder.id', 'holder.receiptNo', 'holder.eventCount', 'holder.lastEventHash'])
      .orderBy('holder.id')
  }

  private eventsIn(manager: EntityManager) {
    return manager
      .createQueryBuilder(this.chain.event, 'event')
      .orderBy(`event.${this.chain.owner}`)
      .addOrderBy('event.sequence')
  }

  private byOwner(events: readonly Event[]): Map<string, Event[]> {
    const groups = new Map<string, Event[]>()
    for (const event of events) {
      const group = groups.get(event[this.chain.owner])
      if (group) group.push(event)
      else groups.set(event[this.chain.owner], [event])
    }
    return groups
  }
}

export const needTrail = (unitOfWork: UnitOfWork) =>
  new AuditTrail(unitOfWork, {
    noun: '诉求',
    holder: Need,
    event: NeedEvent,
    owner: 'needId',
    hashOf: eventHash,
  })
