import { asksForRework, type CallBackReason, isSampled, shanghaiDate } from '@minsheng/shared'
import { Inject, Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Complaint, Complaints, Rating } from '../feedback/index.js'
import { Need, NeedChange, system } from '../handling/index.js'
import { type Outbox, Subscribers } from '../messages/index.js'
import { Residents } from '../people/index.js'
import type { Config } from '../platform/config.js'
import { newId, type Tx } from '../platform/database/index.js'
import { CONFIG } from '../platform/platform.module.js'
import { Present } from '../platform/present.js'
import { type CallBack, causeOf } from './call-back.entity.js'
import { CallBackStore } from './call-back.store.js'

/** After these acts of its complainant or of the office nobody has to ask about the answer to a complaint any more. */
const complaintSpoken = ['complaint.confirm', 'complaint.refuse', 'complaint.withdraw', 'complaint.void']

/**
 * Follows what gives cause to call somebody: each bad rating, a sample of what nobody rated, and an answer to a
 * complaint that nobody confirmed. Whoever left no phone is not queued: he counts as not reached, at once.
 * WORKFLOW §3, §4, docs/adr/0110, 0135
 */
@Injectable()
export class CallingBack {
  constructor(
    private readonly store: CallBackStore,
    private readonly complaints: Complaints,
    private readonly residents: Residents,
    private readonly present: Present,
    @Inject(CONFIG) private readonly config: Config,
    subscribers: Subscribers,
  ) {
    subscribers.follow(['need.rated'], (tx, rows) => this.rated(tx, rows))
    subscribers.follow(['need.lapsed'], (tx, rows) => this.lapsed(tx, rows))
    subscribers.follow(['complaint.silent'], (tx, rows) => this.silent(tx, rows))
    subscribers.follow(complaintSpoken, (tx, rows) => this.spoken(tx, rows))
    subscribers.follow(['need.rework'], (tx, rows) => this.reworked(tx, rows))
  }

  /** Each bad rating that was tapped; what was said on the phone needs no second call. */
  private async rated(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const ratings = await tx.findBy(Rating, { needId: In(needIdsOf(rows)), source: 'tap' })
    const bad = ratings.filter(({ level, saidSolved: solved }) => asksForRework({ level, solved }))
    const needs = await needsOf(tx, rows)
    await this.add(
      tx,
      bad.flatMap(({ needId, round, departmentId }) => {
        const need = needs.get(needId)
        return need ? this.about({ ...need, round, departmentId }, 'badRating') : []
      }),
    )
  }

  /** A share of what nobody rated; who is in it follows from need and month alone. */
  private async lapsed(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const needs = [...(await needsOf(tx, rows)).values()]
    const sample = needs.filter(
      ({ id, state, closedAt }) =>
        state === 'closed' &&
        closedAt !== null &&
        isSampled(id, shanghaiDate(closedAt).slice(0, 7), this.config.callBackShare),
    )
    await this.add(
      tx,
      sample.map((need) => this.about(need, 'unrated')),
    )
  }

  /** Silent is no consent. Each answer is asked about once. WORKFLOW §3 "resolved" */
  private async silent(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    const complaints = await tx.findBy(Complaint, { id: In(complaintIdsOf(rows)), state: 'answered' })
    const needs = await needsOf(tx, rows)
    const asked = complaints.map(async (complaint): Promise<CallBack> => {
      const {
        id: complaintId,
        needId,
        receiptNo,
        departmentId,
        streetId,
        answererIds,
        residentId,
      } = complaint
      const need = needs.get(needId ?? '')
      const about = {
        needId,
        complaintId,
        receiptNo,
        departmentId,
        streetId,
        title: need?.title ?? complaint.projectTitle ?? '',
      }
      const cause = causeOf('complaint', complaintId, answererIds?.length ?? 0)
      const phone = need ? need.contactPhoneCipher : await this.residents.phoneCipherOf(residentId)
      return this.asked({ ...about, cause }, 'complaint', phone !== null)
    })
    await this.add(tx, await Promise.all(asked))
  }

  private spoken(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    return this.store.drop(tx, { complaintId: In(complaintIdsOf(rows)) }, this.present.now())
  }

  /** Works on it again: whoever rated nothing will be asked about the next answer. */
  private reworked(tx: Tx, rows: readonly Outbox[]): Promise<void> {
    return this.store.drop(tx, { needId: In(needIdsOf(rows)), reason: 'unrated' }, this.present.now())
  }

  private async add(tx: Tx, rows: readonly CallBack[]): Promise<void> {
    for (const row of await this.store.add(tx, rows))
      if (row.state === 'notReached') await this.cannotCall(tx, row)
  }

  /** As after the third try: the silence of the need counts as not reached, and the complaint is not resolved. */
  private async cannotCall(tx: Tx, { reason, needId, complaintId }: CallBack): Promise<void> {
    if (reason === 'complaint') return this.complaints.heard(tx, system, complaintId ?? '', null, null)
    const need = reason === 'unrated' && (await tx.findOneBy(Need, { id: needId ?? '' }))
    if (!need) return
    const change = new NeedChange(need, this.present.now())
    change.record('callBack', system, { isReached: false, hasNoPhone: true })
    await change.save(tx)
  }

  private about(need: Pick<Need, AboutNeed>, reason: 'badRating' | 'unrated'): CallBack {
    const { id: needId, round, receiptNo, title, departmentId, streetId } = need
    const about = { needId, complaintId: null, receiptNo, title, departmentId, streetId }
    const hasPhone = need.contactPhoneCipher !== null
    return this.asked({ ...about, cause: causeOf(reason, needId, round) }, reason, hasPhone)
  }

  private asked(about: About, reason: CallBackReason, hasPhone: boolean): CallBack {
    const at = this.present.now()
    const state = hasPhone ? 'waiting' : 'notReached'
    return {
      ...{ ...about, id: newId(at), reason, state, availableAt: at, createdAt: at, calls: [] },
      ...{ claimedById: null, claimedUntil: null },
      ...{ level: null, isSolved: null, isAccepted: null, words: null },
    }
  }
}

type AboutNeed = 'id' | 'round' | 'receiptNo' | 'title' | 'departmentId' | 'streetId' | 'contactPhoneCipher'
type About = Pick<
  CallBack,
  'cause' | 'needId' | 'complaintId' | 'receiptNo' | 'title' | 'departmentId' | 'streetId'
>

const needIdsOf = (rows: readonly Outbox[]): string[] => [...new Set(rows.map(({ needId }) => needId))]
const complaintIdsOf = (rows: readonly Outbox[]): string[] => [
  ...new Set(rows.map(({ payload }) => String(payload.complaintId))),
]

/** By primary key. */
const needsOf = async (tx: Tx, rows: readonly Outbox[]): Promise<ReadonlyMap<string, Need>> =>
  new Map((await tx.findBy(Need, { id: In(needIdsOf(rows)) })).map((need) => [need.id, need]))
