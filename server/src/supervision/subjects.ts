import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { Need, type NeedEvent, needNotFound, NeedStore } from '../handling/index.js'
import type { Tx } from '../platform/database/index.js'
import {
  type Subject,
  subjectId,
  type Supervised,
  type SupervisedComplaints,
  supervisedNeed,
} from './supervised.js'

type About = Pick<Subject, 'needId' | 'complaintId'>

/** What can be supervised: needs, and complaints that are about none. docs/adr/0155 */
@Injectable()
export class Subjects {
  private complaints: SupervisedComplaints = {
    among: () => Promise.resolve([]),
    events: () => Promise.resolve([]),
  }

  constructor(private readonly store: NeedStore) {}

  /** Told by the capability that keeps them. */
  complaintsOf(complaints: SupervisedComplaints): void {
    this.complaints = complaints
  }

  /** By primary key; what is no need may be a complaint. */
  async among(tx: Tx, ids: readonly string[], at: Date): Promise<ReadonlyMap<string, Supervised>> {
    const needs = await tx.findBy(Need, { id: In([...new Set(ids)]) })
    const known = new Set(needs.map(({ id }) => id))
    const others = [...new Set(ids)].filter((id) => !known.has(id))
    const found = [
      ...needs.map((need) => supervisedNeed(need, at)),
      ...(others.length > 0 ? await this.complaints.among(tx, others, at) : []),
    ]
    return new Map(found.map((supervised) => [subjectId(supervised.subject), supervised]))
  }

  /** What an order is about, to act on it. @throws Problem 404 */
  async of(tx: Tx, about: About, at: Date): Promise<Supervised> {
    const found = (await this.among(tx, [subjectId(about)], at)).get(subjectId(about))
    if (!found) throw needNotFound()
    return found
  }

  /** Its whole chain, or what of it is about supervision; the oldest first. */
  events(manager: EntityManager, { needId, complaintId }: About): Promise<NeedEvent[]> {
    if (needId) return this.store.events(needId, manager)
    return complaintId ? this.complaints.events(manager, complaintId) : Promise.resolve([])
  }
}
