import { maskPhone } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { type EntityManager, In } from 'typeorm'
import { type ComplainantPhone, Complaint, Rating } from '../feedback/index.js'
import { Need, WorkOrder } from '../handling/index.js'
import { Departments, type Person, PersonalDataReads, Residents, StaffDirectory } from '../people/index.js'
import { Areas } from '../places/index.js'
import { pageOf, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import type { CallBackPage, CallBackQuery, CallBackView } from './call-back.dto.js'
import { type CallBack, causeOf } from './call-back.entity.js'
import { CallBackStore } from './call-back.store.js'
import { callBackNotFound, CallBacks } from './call-backs.js'

/** What else a call shows, read for a whole page at once. */
interface About {
  needs: ReadonlyMap<string, Need>
  complaints: ReadonlyMap<string, Complaint>
  orderIds: ReadonlyMap<string, string>
  ratings: ReadonlyMap<string, Rating>
}

/** What the supervision office sees of the people whom it is to call. */
@Injectable()
export class CallBackViews {
  constructor(
    private readonly store: CallBackStore,
    private readonly callBacks: CallBacks,
    private readonly staff: StaffDirectory,
    private readonly reads: PersonalDataReads,
    private readonly residents: Residents,
    private readonly departments: Departments,
    private readonly areas: Areas,
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  /** Five statements. */
  async page(by: Person, { state = 'waiting', cursor }: CallBackQuery): Promise<CallBackPage> {
    const rows = await this.store.page(state, by.departmentId, cursor)
    const { items, nextCursor } = pageOf(
      rows,
      ({ availableAt, id }) => ({ at: availableAt, id }),
      (row) => row,
    )
    return { items: await this.shown(items, by), nextCursor }
  }

  async view(callBack: CallBack, by: Person): Promise<CallBackView> {
    const [view] = await this.shown([callBack], by)
    if (!view) throw callBackNotFound()
    return view
  }

  /**
   * The unmasked phone, for whoever has taken the call; who asked and why is kept.
   * @throws Problem 404, 409 `call_back_not_claimed`
   */
  async contactPhone(by: Person, id: string, reason: string): Promise<ComplainantPhone> {
    return this.unitOfWork.run(async (tx) => {
      const callBack = await this.callBacks.claimed(tx, by, id)
      const about = await aboutOf(tx, [callBack])
      const needId = callBack.needId ?? callBack.complaintId ?? id
      await this.reads.note(by, { needId, what: 'contactPhone', reason }, tx)
      return { phone: await this.phoneOf(callBack, about) }
    })
  }

  private async shown(rows: readonly CallBack[], by: Person): Promise<CallBackView[]> {
    const about = await aboutOf(this.unitOfWork.reader, rows)
    return Promise.all(rows.map((row) => this.one(row, by, about)))
  }

  private async one(row: CallBack, by: Person, about: About): Promise<CallBackView> {
    const { id, reason, state, receiptNo, title, availableAt, level, isSolved, isAccepted, words } = row
    const [departments, areas] = await Promise.all([this.departments.known(), this.areas.known()])
    const at = this.present.now()
    const phone = await this.phoneOf(row, about)
    const claimedById = row.claimedUntil && row.claimedUntil >= at ? row.claimedById : null
    return {
      ...{ id, reason, state, receiptNo, title, level, isSolved, isAccepted, words },
      departmentName: departments.get(row.departmentId ?? '')?.name ?? null,
      areaName: areas.get(row.streetId ?? '')?.name ?? null,
      workOrderId: about.orderIds.get(row.needId ?? '') ?? null,
      tries: row.calls.filter(({ isReached }) => !isReached).length,
      availableAt: availableAt.toISOString(),
      isAvailable: state === 'waiting' && availableAt <= at,
      claimedByName: claimedById && (await this.staff.nameOf(claimedById)),
      isMine: claimedById === by.id,
      phoneMasked: phone && maskPhone(phone),
      ...judgedOf(row, about),
    }
  }

  /** That of the need; of somebody who complained about the service as such, his own. */
  private async phoneOf({ needId, complaintId }: CallBack, about: About): Promise<string | null> {
    if (needId) return this.residents.readable(about.needs.get(needId)?.contactPhoneCipher)
    const residentId = about.complaints.get(complaintId ?? '')?.residentId
    return residentId ? this.residents.readable(await this.residents.phoneCipherOf(residentId)) : null
  }
}

/** The bad rating, or the answer to the complaint, that the call is about. */
function judgedOf(
  { reason, cause, complaintId }: CallBack,
  { ratings, complaints }: About,
): Pick<CallBackView, 'rating' | 'answer'> {
  const rated = reason === 'badRating' ? ratings.get(cause) : undefined
  const complaint = complaints.get(complaintId ?? '')
  return {
    rating: rated
      ? { level: rated.level, solved: rated.saidSolved, tags: rated.tags, words: rated.words }
      : null,
    answer: complaint ? { finding: complaint.finding, measure: complaint.measure } : null,
  }
}

/** Four statements for any number of calls, each by key. */
async function aboutOf(manager: EntityManager, rows: readonly CallBack[]): Promise<About> {
  const needIds = In(rows.flatMap(({ needId }) => needId ?? []))
  const complaintIds = In(rows.flatMap(({ complaintId }) => complaintId ?? []))
  const needs = await manager.findBy(Need, { id: needIds })
  const complaints = await manager.findBy(Complaint, { id: complaintIds })
  const ratings = await manager.findBy(Rating, { needId: needIds })
  const orders = await manager.find(WorkOrder, {
    where: { needId: needIds, role: 'lead' },
    order: { id: 'ASC' },
  })
  return {
    needs: new Map(needs.map((need) => [need.id, need])),
    complaints: new Map(complaints.map((complaint) => [complaint.id, complaint])),
    orderIds: new Map(orders.map(({ needId, id }) => [needId, id])),
    ratings: new Map(ratings.map((rating) => [causeOf('badRating', rating.needId, rating.round), rating])),
  }
}
