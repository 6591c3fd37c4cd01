import {
  HOUR,
  type NeedState,
  type PeriodName,
  periodOf,
  type RatingLevel,
  type WorkOrderState,
} from '@minsheng/shared'
import fc from 'fast-check'
import type { TestApp } from '../../test/app.fixture.js'
import { Rating } from '../feedback/index.js'
import { Need, WorkOrder } from '../handling/index.js'
import { Department } from '../people/index.js'
import { Area } from '../places/index.js'
import { insertRows, newId, type Tx } from '../platform/database/index.js'
import { Category } from '../routing/index.js'
import { Counting } from './counting.js'
import { plainNeed } from './scores.fixture.js'

/** What may become of a need, in numbers that fast-check can make smaller. */
export interface Fate {
  department: number
  field: number
  street: number
  /** Hours since the first day. */
  filed: number
  accept: number | null
  contact: number | null
  answer: number | null
  state: NeedState
  order: WorkOrderState
  level: RatingLevel | null
  solved: boolean
  byCall: boolean
}
const hours = (max: number) => fc.option(fc.nat({ max }), { freq: 4 })
export const fates: fc.Arbitrary<Fate> = fc.record({
  department: fc.nat({ max: 3 }),
  field: fc.nat({ max: 2 }),
  street: fc.nat({ max: 2 }),
  filed: fc.nat({ max: 70 * 24 }),
  accept: hours(48),
  contact: hours(60),
  answer: hours(12 * 24),
  state: fc.constantFrom<NeedState>('dispatched', 'handling', 'waiting', 'answered', 'closed', 'rejected'),
  order: fc.constantFrom<WorkOrderState>('working', 'done', 'done', 'returned', 'cancelled'),
  level: fc.option(fc.constantFrom<RatingLevel>(1, 2, 3, 4, 5)),
  solved: fc.boolean(),
  byCall: fc.boolean(),
})

const firstDay = new Date('2026-09-20T16:00:00Z')
const later = (at: Date, howMany: number) => new Date(at.getTime() + howMany * HOUR)
const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item

export interface Lived {
  need: Need
  order: WorkOrder
  rating: Rating | null
}
/** Where a random need may be. */
interface Places {
  departments: string[]
  fields: string[]
  streets: string[]
}

/** Lives random needs, straight into the tables: what became of them is all that counts. */
export class Lives {
  private constructor(
    private readonly server: TestApp,
    private readonly places: Places,
  ) {}

  static async of(server: TestApp): Promise<Lives> {
    const { reader } = server.unitOfWork
    const [departments, fields, streets] = [
      await reader.find(Department, { take: 4 }),
      await reader.find(Category, { where: { level: 1 }, take: 3 }),
      (await reader.findBy(Area, { level: 'street' })).slice(0, 3),
    ].map((rows) => rows.map(({ id }) => id))
    return new Lives(server, { departments: departments ?? [], fields: fields ?? [], streets: streets ?? [] })
  }

  lived(fate: Fate): Lived {
    const submittedAt = later(firstDay, fate.filed)
    const departmentId = pick(this.places.departments, fate.department)
    const fieldId = pick(this.places.fields, fate.field)
    const streetId = pick(this.places.streets, fate.street)
    const isDone = fate.order === 'done'
    const doneAt = (after: number | null) => (after === null ? null : later(submittedAt, after))
    const need: Need = {
      ...plainNeed({ departmentId, fieldId, streetId, submittedAt }),
      state: fate.state,
      closedAt: fate.state === 'rejected' ? later(submittedAt, 1) : null,
    }
    const order: WorkOrder = {
      ...{ id: newId(submittedAt), needId: need.id, receiptNo: need.receiptNo, round: 1, departmentId },
      ...{ role: 'lead', state: fate.order, title: need.title, urgency: 'ordinary', categoryId: fieldId },
      isGreenChannel: false,
      ...{ fieldId, communityId: streetId, streetId, attachmentsCount: 0, remindersCount: 0 },
      ...{ handlerId: null, dispatchedAt: submittedAt, isDueProvisional: false, version: 1 },
      acceptDueAt: later(submittedAt, 24),
      contactDueAt: later(submittedAt, 24),
      dueAt: later(submittedAt, 7 * 24),
      acceptedAt: doneAt(isDone ? (fate.accept ?? 1) : fate.accept),
      contactedAt: doneAt(isDone ? (fate.contact ?? 1) : fate.contact),
      answeredAt: isDone ? doneAt(fate.answer ?? 30) : null,
      returnRequest:
        fate.order === 'returned'
          ? { reason: '不归我们管', legalBasis: '三定方案', suggestedDepartmentId: departmentId }
          : null,
    }
    const rating: Rating | null =
      fate.level === null
        ? null
        : {
            ...{ id: newId(submittedAt), needId: need.id, round: 1, departmentId, fieldId, streetId },
            ...{ level: fate.level, saidSolved: fate.solved, isSolved: fate.solved },
            ...{ isContacted: order.contactedAt !== null, source: fate.byCall ? 'callBack' : 'tap' },
            ...{ aspects: null, tags: [], words: null, ratedAt: later(submittedAt, 80) },
          }
    return { need, order, rating }
  }

  /** The same need, to which something else has happened. */
  again({ need, order, rating }: Lived, fate: Fate): Lived {
    const next = this.lived(fate)
    return {
      need: { ...next.need, id: need.id, receiptNo: need.receiptNo },
      order: { ...next.order, id: order.id, needId: need.id },
      rating: next.rating && { ...next.rating, id: rating?.id ?? next.rating.id, needId: need.id },
    }
  }

  async store(all: readonly Lived[]): Promise<void> {
    await this.server.unitOfWork.run(async (tx) => {
      await insertRows(
        tx,
        Need,
        all.map(({ need }) => need),
      )
      await insertRows(
        tx,
        WorkOrder,
        all.map(({ order }) => order),
      )
      await insertRows(
        tx,
        Rating,
        all.flatMap(({ rating }) => rating ?? []),
      )
    })
  }

  /** Writes what has happened to one since. */
  async change(tx: Tx, { need, order, rating }: Lived): Promise<void> {
    await tx.save(Need, need)
    await tx.save(WorkOrder, order)
    if (rating) await tx.save(Rating, rating)
    else await tx.delete(Rating, { needId: need.id })
  }

  count(all: readonly Lived[]): Promise<void> {
    return this.server.unitOfWork.run((tx) =>
      this.server.app.get(Counting).recount(
        tx,
        all.map(({ need }) => need.id),
      ),
    )
  }
}

/**
 * The figures of one department, field or town as somebody with a list and a pencil would find them: figure by
 * figure, from the rows, without anything of what the server uses.
 */
export function byHand(all: readonly Lived[], name: PeriodName, now: Date) {
  const { from, until } = periodOf(name)
  const isIn = (at: Date | null) => at !== null && at >= from && at < until
  const rated = all.flatMap(({ rating }) => (rating && isIn(rating.ratedAt) ? [rating] : []))
  const orders = all.map(({ order }) => order).filter(({ state }) => state !== 'cancelled')
  const gone = orders.filter(({ state }) => state !== 'returned')
  const sent = orders.filter(({ dispatchedAt }) => isIn(dispatchedAt))
  const work = sent.filter(({ state }) => state !== 'returned')
  const due = gone.filter(({ dueAt }) => isIn(dueAt))
  const waiting = new Set(all.filter(({ need }) => need.state === 'waiting').map(({ order }) => order.id))
  const overdue = due.filter(({ id, answeredAt, dueAt }) => !answeredAt && now > dueAt && !waiting.has(id))
  const answered = due.filter(({ answeredAt }) => answeredAt !== null)
  const inTime = answered.filter(({ answeredAt, dueAt }) => answeredAt && answeredAt <= dueAt)
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  const v = rated.length
  const contactRate = share(rated.filter(({ isContacted }) => isContacted).length, v)
  const solvedRate = share(rated.filter(({ isSolved }) => isSolved).length, v)
  const good = rated.filter(({ level }) => level === 4 || level === 5).length
  const fair = rated.filter(({ level }) => level === 3).length
  const satisfaction = share(good + 0.9 * fair, v)
  return {
    filed: all.filter(({ need }) => isIn(need.submittedAt)).length,
    rejected: all.filter(({ need }) => need.state === 'rejected' && isIn(need.closedAt)).length,
    rated: v,
    contactRate,
    solvedRate,
    satisfaction,
    composite: v === 0 ? null : 10 * (contactRate ?? 0) + 50 * (solvedRate ?? 0) + 40 * (satisfaction ?? 0),
    openOverdue: overdue.length,
    onTimeRate: share(inTime.length, answered.length + overdue.length),
    returnRate: share(sent.filter(({ state }) => state === 'returned').length, sent.length),
    accepted: share(
      work.filter(({ acceptedAt, acceptDueAt }) => acceptedAt && acceptedAt <= acceptDueAt).length,
      work.filter(({ acceptedAt, acceptDueAt }) => acceptedAt ?? now > acceptDueAt).length,
    ),
    byCall: rated.filter(({ source }) => source === 'callBack').length,
  }
}
