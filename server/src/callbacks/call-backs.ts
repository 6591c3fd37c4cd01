import { callBackAgainHours, callBackClaimMinutes, callBackTries, HOUR, MINUTE } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Complaints, mayHandle, Ratings } from '../feedback/index.js'
import { NeedChange, needNotFound, NeedStore } from '../handling/index.js'
import { type Person, StaffDirectory } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict, invalid, notFound, type Problem } from '../platform/problem.js'
import type { ReportCallBody } from './call-back.dto.js'
import type { CallBack } from './call-back.entity.js'
import { CallBackStore } from './call-back.store.js'

export const callBackNotFound = (): Problem => notFound('call_back_not_found', '没有找到这条回访，请刷新')

/** What a call that was answered changed: how the call-back ends, and what was said. */
type Outcome = Partial<Pick<CallBack, 'state' | 'level' | 'isSolved' | 'isAccepted' | 'words'>>

/** 回访: claimed by one person, called up to three times, and what was said is kept. WORKFLOW §3, §4, docs/adr/0110 */
@Injectable()
export class CallBacks {
  constructor(
    private readonly store: CallBackStore,
    private readonly ratings: Ratings,
    private readonly complaints: Complaints,
    private readonly needs: NeedStore,
    private readonly staff: StaffDirectory,
    private readonly present: Present,
  ) {}

  /** @throws Problem 404, also for one about the reader's own department */
  async of(by: Person, id: string, tx?: Tx): Promise<CallBack> {
    const callBack = await this.store.byId(id, tx)
    if (!callBack || !mayHandle(by, callBack)) throw callBackNotFound()
    return callBack
  }

  /**
   * Takes the call, so that nobody else makes it meanwhile; again, to have more time.
   * @throws Problem 404; 409 `call_back_over`, `call_back_claimed`, `call_back_too_early`
   */
  async claim(tx: Tx, by: Person, id: string): Promise<CallBack> {
    const callBack = await this.of(by, id, tx)
    const at = this.present.now()
    const until = new Date(at.getTime() + callBackClaimMinutes * MINUTE)
    if (!(await this.store.claim(tx, id, by.id, at, until))) throw await this.whyNot(callBack, at)
    return Object.assign(callBack, { claimedById: by.id, claimedUntil: until })
  }

  /** Gives a call back that was not made. @throws Problem 404, 409 `call_back_not_claimed` */
  async release(tx: Tx, by: Person, id: string): Promise<CallBack> {
    const callBack = await this.claimed(tx, by, id)
    await this.store.settle(tx, callBack, by.id, { claimedById: null, claimedUntil: null })
    return callBack
  }

  /** What came of the call. @throws Problem 404, 400, 409 `call_back_not_claimed`, `changed_meanwhile` */
  async report(tx: Tx, by: Person, id: string, body: ReportCallBody): Promise<CallBack> {
    const callBack = await this.claimed(tx, by, id)
    const at = this.present.now()
    const { isReached } = body
    const calls = [...callBack.calls, { at: at.toISOString(), byId: by.id, isReached }]
    const outcome = isReached ? await this.heard(tx, by, callBack, body) : this.silence(calls.length)
    const isOver = outcome.state !== 'waiting'
    const availableAt = isOver ? at : new Date(at.getTime() + callBackAgainHours * HOUR)
    const patch = { ...outcome, calls, availableAt, claimedById: null, claimedUntil: null }
    await this.store.settle(tx, callBack, by.id, patch)
    if (!isReached) await this.notHeard(tx, by, callBack)
    return callBack
  }

  /** @throws Problem 404, 409 `call_back_not_claimed` */
  async claimed(tx: Tx, by: Person, id: string): Promise<CallBack> {
    const callBack = await this.of(by, id, tx)
    if (callBack.state !== 'waiting' || callBack.claimedById !== by.id)
      throw conflict('call_back_not_claimed', '请先点“我来打”，再看电话和记录结果')
    return callBack
  }

  private async whyNot(callBack: CallBack, at: Date): Promise<Problem> {
    if (callBack.state !== 'waiting')
      return conflict('call_back_over', '这条回访已经有结果，或不用再打了，请刷新')
    if (callBack.availableAt > at)
      return conflict('call_back_too_early', `刚打过没有接，隔 ${callBackAgainHours} 小时换个时间再打`)
    const name = callBack.claimedById && (await this.staff.nameOf(callBack.claimedById))
    return conflict('call_back_claimed', `${name ?? '另一位督办员'}正在打这个电话，请打下一个`)
  }

  private silence(tries: number): Outcome {
    return { state: tries < callBackTries ? 'waiting' : 'notReached' }
  }

  private heard(tx: Tx, by: Person, callBack: CallBack, body: ReportCallBody): Promise<Outcome> {
    const words = body.words?.trim() || null
    switch (callBack.reason) {
      case 'badRating':
        return this.heardWhy(tx, by, callBack, words)
      case 'unrated':
        return this.heardRating(tx, by, callBack, body, words)
      case 'complaint':
        return this.heardOfComplaint(tx, by, callBack, body.isAccepted, words)
    }
  }

  /** Why somebody is not content: it reaches whoever works on it again, and changes no rating. */
  private async heardWhy(tx: Tx, by: Person, callBack: CallBack, words: string | null): Promise<Outcome> {
    if (!words) throw invalid([{ field: 'words', message: '请写一句居民说了什么' }])
    const change = await this.changeOf(tx, callBack)
    change.record('callBack', { kind: by.kind, id: by.id }, { isReached: true, words })
    await change.save(tx)
    return { state: 'reached', words }
  }

  /** A rating like any other, but one that was asked for; nothing when he has rated, or asked again, meanwhile. */
  private async heardRating(
    tx: Tx,
    by: Person,
    callBack: CallBack,
    { level, solved }: ReportCallBody,
    words: string | null,
  ): Promise<Outcome> {
    if (level === undefined) throw invalid([{ field: 'level', message: '请选择居民的评价' }])
    if (solved === undefined) throw invalid([{ field: 'solved', message: '请选择问题解决了没有' }])
    const change = await this.changeOf(tx, callBack)
    const isKept = await this.ratings.byCallBack(tx, change.need, { level, solved }, words)
    if (!isKept) return { state: 'dropped' }
    change.need.isSolved = solved
    change.record('callBack', { kind: by.kind, id: by.id }, { isReached: true, level, solved, words })
    change.post('need.rated', { level })
    await change.save(tx)
    return { state: 'reached', level, isSolved: solved, words }
  }

  private async heardOfComplaint(
    tx: Tx,
    by: Person,
    { complaintId }: CallBack,
    isAccepted: boolean | undefined,
    words: string | null,
  ): Promise<Outcome> {
    if (isAccepted === undefined) throw invalid([{ field: 'isAccepted', message: '请选择居民认不认可答复' }])
    await this.complaints.heard(tx, by, complaintId ?? '', isAccepted, words)
    return { state: 'reached', isAccepted, words }
  }

  /** A try that nobody answered stands in the chain of the need; the third ends the complaint without a word. */
  private async notHeard(tx: Tx, by: Person, callBack: CallBack): Promise<void> {
    if (callBack.reason === 'complaint') {
      if (callBack.state === 'notReached')
        await this.complaints.heard(tx, by, callBack.complaintId ?? '', null, null)
    } else if (callBack.reason === 'unrated') {
      const change = await this.changeOf(tx, callBack)
      change.record('callBack', { kind: by.kind, id: by.id }, { isReached: false })
      await change.save(tx)
    }
  }

  private async changeOf(tx: Tx, { needId }: CallBack): Promise<NeedChange> {
    const need = needId && (await this.needs.byId(needId, tx))
    if (!need) throw needNotFound()
    return new NeedChange(need, this.present.now())
  }
}
