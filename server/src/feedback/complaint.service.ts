import {
  type Actor as Capacity,
  type ComplaintAct,
  complaintAnswerLimit,
  complaintConfirmLimit,
  complaintRecheckLimit,
  complaintResponseLimit,
  complaintTextMax,
  complexComplaintLimit,
  type ContactWay,
} from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Attachments } from '../attachments/index.js'
import { type Actor, isComplainant, needNotFound, NeedStore } from '../handling/index.js'
import { Joining, type Person } from '../people/index.js'
import { newId, type Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict, notFound, type Problem, unprocessable } from '../platform/problem.js'
import { type ComplaintChange, saveComplaint } from './complaint-change.js'
import { ComplaintClocks } from './complaint-clocks.js'
import { EvidenceRequests } from './complaint-evidence.service.js'
import { decideComplaint } from './complaint-guards.js'
import type { AnswerComplaintBody, InvestigateBody } from './complaint.dto.js'
import {
  aboutNeed,
  aboutNothing,
  aboutProject,
  type ComplainedProject,
  type ComplaintAbout,
  projectKey,
  untouched,
} from './complaint-about.js'
import { Complaint } from './complaint.entity.js'
import { ComplaintStore } from './complaint.store.js'

export const complaintNotFound = (): Problem => notFound('complaint_not_found', '没有找到这件投诉，请刷新')

/** Whether somebody may deal with a complaint: nobody does with one about the department that he belongs to. */
export const mayHandle = ({ departmentId }: Person, complaint: Pick<Complaint, 'departmentId'>): boolean =>
  departmentId === null || departmentId !== complaint.departmentId

/** In which capacities a person acts on this very complaint. */
export function capacitiesOf(by: Person, complaint: Complaint): Capacity[] {
  if (by.id === complaint.residentId) return ['complainant']
  return by.roles.includes('supervisor') && mayHandle(by, complaint) ? ['supervisor'] : []
}

/** What a complainant says: words, photos, a recording; a tap alone says nothing. */
export interface ComplaintSaid {
  words?: string | undefined
  attachmentIds?: readonly string[] | undefined
}

/** 一键投诉, from the tap to the last word. WORKFLOW §3, docs/adr/0076 */
@Injectable()
export class Complaints {
  constructor(
    private readonly store: ComplaintStore,
    private readonly needs: NeedStore,
    private readonly clocks: ComplaintClocks,
    private readonly evidence: EvidenceRequests,
    private readonly attachments: Attachments,
    private readonly present: Present,
    joining: Joining,
  ) {
    joining.onJoin(
      async (tx, from, to) =>
        void (await tx.update(
          Complaint,
          { residentId: from },
          { residentId: to, version: () => 'version + 1' },
        )),
    )
  }

  /**
   * One tap files it, and starts the 24 hours. While one is open a second tap is the same complaint.
   * @throws Problem 404, also for a need of somebody else; 409 `need_withdrawn`
   */
  async file(tx: Tx, by: Person, needId: string, said: ComplaintSaid): Promise<Complaint> {
    const need = await this.needs.byId(needId, tx)
    if (!need || !isComplainant(by, need)) throw needNotFound()
    const openKey = `need:${needId}`
    const open = await this.store.openOf(openKey, tx)
    if (open) return this.sameAgain(tx, by, open, said)
    if (need.state === 'withdrawn')
      throw conflict('need_withdrawn', '这件诉求您已撤回。如果问题还在，请重新提交一件')
    // Two taps at once: the second one finds the need changed, and then the complaint of the first.
    await this.needs.touch(need, tx)
    return this.fileNew(tx, by, aboutNeed(need), openKey, said)
  }

  /** The same about the service as such: the hotline, the counter, this very app. */
  async fileAboutService(tx: Tx, by: Person, said: ComplaintSaid): Promise<Complaint> {
    const openKey = `service:${by.id}`
    const open = await this.store.openOf(openKey, tx)
    if (open) return this.sameAgain(tx, by, open, said)
    return this.fileNew(tx, by, { ...aboutNothing, residentId: by.id }, openKey, said)
  }

  /** The same about what the district has taken up as a whole; the department that leads it is accused. */
  async fileAboutProject(
    tx: Tx,
    by: Person,
    project: ComplainedProject,
    said: ComplaintSaid,
  ): Promise<Complaint> {
    const openKey = projectKey(project.id, by.id)
    const open = await this.store.openOf(openKey, tx)
    if (open) return this.sameAgain(tx, by, open, said)
    return this.fileNew(tx, by, { ...aboutProject(project), residentId: by.id }, openKey, said)
  }

  /** @throws Problem 404, 409, 422 `complaint_too_long`, `attachment_unknown` */
  async addWords(tx: Tx, by: Person, id: string, said: ComplaintSaid): Promise<Complaint> {
    const { complaint, at } = await this.decide(tx, by, id, 'addWords')
    const data = await this.add(tx, by, complaint, said)
    return this.save(tx, complaint, { act: 'addWords', by, at, data })
  }

  /** A person has spoken with the complainant; an automatic message is no response. @throws Problem 404, 409 */
  async respond(tx: Tx, by: Person, id: string, how: ContactWay, note: string): Promise<Complaint> {
    const { complaint, at } = await this.decide(tx, by, id, 'respond')
    Object.assign(complaint, { respondedAt: at, responderId: by.id, responseWay: how, responseNote: note })
    complaint.dueAt = complaint.answerDueAt
    await this.clocks.stop(tx, complaint, at, 'complaintResponse')
    return this.save(tx, complaint, { act: 'respond', by, at, data: { how, note } })
  }

  /** Has it looked into: the accused department is asked for evidence; a complex one gets more time. */
  async investigate(tx: Tx, by: Person, id: string, body: InvestigateBody): Promise<Complaint> {
    const { complaint, at } = await this.decide(tx, by, id, 'investigate')
    const { question, isComplex = false } = body
    if (isComplex) complaint.answerDueAt = await this.clocks.limitAnswer(tx, complaint, complexComplaintLimit)
    Object.assign(complaint, { isComplex, dueAt: complaint.answerDueAt })
    await this.evidence.ask(tx, complaint, question, at)
    return this.save(tx, complaint, { act: 'investigate', by, at, data: { question, isComplex } })
  }

  /** @throws Problem 404, 409 `extended_once`, `extend_too_late` */
  async extend(tx: Tx, by: Person, id: string, workdays: number, reason: string): Promise<Complaint> {
    const { complaint, at } = await this.decide(tx, by, id, 'extend')
    complaint.answerDueAt = await this.clocks.extendAnswer(tx, complaint, workdays)
    Object.assign(complaint, { isExtended: true, dueAt: complaint.answerDueAt })
    return this.save(tx, complaint, { act: 'extend', by, at, data: { workdays, reason } })
  }

  /** What was found, what is done about it, by when. The complainant has 7 days to confirm. */
  async answer(tx: Tx, by: Person, id: string, body: AnswerComplaintBody): Promise<Complaint> {
    const { complaint, at } = await this.decide(tx, by, id, 'answer')
    const { finding, measure, measureUntil = null } = body
    await this.clocks.stop(tx, complaint, at, 'complaintAnswer')
    await this.evidence.close(tx, complaint, at)
    const dueAt = await this.clocks.start(tx, complaint, 'complaintConfirm', complaintConfirmLimit, at)
    const answererIds = [...(complaint.answererIds ?? []), by.id]
    Object.assign(complaint, { finding, measure, measureUntil, answeredAt: at, answererIds, dueAt })
    const data = { finding, measure, ...(measureUntil && { measureUntil }) }
    return this.save(tx, complaint, { act: 'answer', by, at, data })
  }

  /** @throws Problem 404, 409 */
  async confirm(tx: Tx, by: Person, id: string): Promise<Complaint> {
    const { complaint, at } = await this.decide(tx, by, id, 'confirm')
    return this.end(tx, complaint, { act: 'confirm', by, at, data: {} })
  }

  /** Not accepted: another person looks at it, then it is escalated and public, then it counts as unresolved. */
  async refuse(tx: Tx, by: Person, id: string, said: ComplaintSaid): Promise<Complaint> {
    const complaint = await this.own(tx, by, id)
    return this.refused(tx, complaint, by, ['complainant'], await this.add(tx, by, complaint, said))
  }

  async withdraw(tx: Tx, by: Person, id: string): Promise<Complaint> {
    const { complaint, at } = await this.decide(tx, by, id, 'withdraw')
    // One signature of two is worth nothing then: it was withdrawn, not dismissed.
    Object.assign(complaint, { voidSignerId: null, voidReason: null })
    return this.end(tx, complaint, { act: 'withdraw', by, at, data: {} })
  }

  /** A duplicate, or nothing that can be complained about: two of the supervision office sign. */
  async void(tx: Tx, by: Person, id: string, reason: string): Promise<Complaint> {
    const outcome = (await this.own(tx, by, id)).voidSignerId === null ? 'first' : 'second'
    const { complaint, at } = await this.decide(tx, by, id, 'void', outcome)
    const change: ComplaintChange = { act: 'void', by, at, data: { reason } }
    if (outcome === 'second') return this.end(tx, complaint, change)
    Object.assign(complaint, { voidSignerId: by.id, voidReason: reason })
    return this.save(tx, complaint, change)
  }

  /** What a call-back heard of one that was silent about its answer; nothing when it has spoken meanwhile. */
  async heard(
    tx: Tx,
    by: Actor,
    id: string,
    isAccepted: boolean | null,
    words: string | null,
  ): Promise<void> {
    const complaint = await this.store.byId(id, tx)
    if (complaint?.state !== 'answered') return
    const at = this.present.now()
    const data = words ? { words } : {}
    if (isAccepted === false) return void (await this.refused(tx, complaint, by, ['system'], data))
    const [act, outcome] = isAccepted ? (['confirm', 'called'] as const) : (['giveUp', undefined] as const)
    decideComplaint({ complaint, by, at }, act, ['system'], outcome)
    await this.end(tx, complaint, { act, by, at, data })
  }

  private async sameAgain(tx: Tx, by: Person, open: Complaint, said: ComplaintSaid): Promise<Complaint> {
    return isSilent(said) ? open : this.addWords(tx, by, open.id, said)
  }

  private async fileNew(
    tx: Tx,
    by: Person,
    about: ComplaintAbout,
    openKey: string,
    said: ComplaintSaid,
  ): Promise<Complaint> {
    const at = this.present.now()
    const own = { ...about, id: newId(at) }
    const responseDueAt = await this.clocks.start(tx, own, 'complaintResponse', complaintResponseLimit, at)
    const answerDueAt = await this.clocks.start(tx, own, 'complaintAnswer', complaintAnswerLimit, at)
    const dues = { filedAt: at, dueAt: responseDueAt, responseDueAt, answerDueAt }
    const complaint: Complaint = { ...untouched, ...own, ...dues, openKey }
    const data = await this.add(tx, by, complaint, said)
    await saveComplaint(tx, complaint, { act: 'file', by, at, data })
    return complaint
  }

  /** What is said is added to what was; its files belong to the complaint, and to no need that others read. */
  private async add(tx: Tx, by: Person, complaint: Complaint, { words, attachmentIds = [] }: ComplaintSaid) {
    const added = words?.trim()
    const all = [complaint.words, added].filter(Boolean).join('\n')
    if (all.length > complaintTextMax)
      throw unprocessable('complaint_too_long', '写得已经很多了，其余的请在监督人员联系您时说')
    complaint.words = all || null
    await this.attachments.take(tx, attachmentIds, by.id, complaint.id)
    if (attachmentIds.length > 0)
      complaint.attachmentIds = [...(complaint.attachmentIds ?? []), ...attachmentIds]
    return {
      ...(added && { words: added }),
      ...(attachmentIds.length > 0 && { attachmentIds: [...attachmentIds] }),
    }
  }

  private async refused(
    tx: Tx,
    complaint: Complaint,
    by: Actor,
    capacities: readonly Capacity[],
    data: ComplaintChange['data'],
  ): Promise<Complaint> {
    const at = this.present.now()
    decideComplaint({ complaint, by, at }, 'refuse', capacities, refusalOutcome(complaint))
    const change: ComplaintChange = { act: 'refuse', by, at, data }
    if (complaint.state === 'unresolved') return this.end(tx, complaint, change)
    if (complaint.state === 'escalated')
      Object.assign(complaint, { escalatedAt: at, escalationCause: 'refused' as const })
    else complaint.rechecks += 1
    await this.clocks.stop(tx, complaint, at, 'complaintConfirm')
    const dueAt = await this.clocks.start(tx, complaint, 'complaintAnswer', complaintRecheckLimit, at)
    Object.assign(complaint, { answeredAt: null, answerDueAt: dueAt, dueAt })
    return this.save(tx, complaint, change)
  }

  /** Nobody has to do anything any more. */
  private async end(tx: Tx, complaint: Complaint, change: ComplaintChange): Promise<Complaint> {
    const { at } = change
    complaint.endedAt = at
    await this.clocks.stop(tx, complaint, at, 'complaintResponse', 'complaintAnswer', 'complaintConfirm')
    await this.evidence.close(tx, complaint, at)
    return this.save(tx, complaint, change)
  }

  /** @throws Problem 404 for one that is not this person's, as for one that does not exist */
  private async own(tx: Tx, by: Person, id: string): Promise<Complaint> {
    const complaint = await this.store.byId(id, tx)
    if (!complaint || capacitiesOf(by, complaint).length === 0) throw complaintNotFound()
    return complaint
  }

  /** The complaint, in the state that the act leads to. @throws Problem 404, 409, 422 */
  private async decide(tx: Tx, by: Person, id: string, act: ComplaintAct, outcome?: string) {
    const complaint = await this.own(tx, by, id)
    const at = this.present.now()
    decideComplaint({ complaint, by, at }, act, capacitiesOf(by, complaint), outcome)
    return { complaint, at }
  }

  /** An open page of the complainant asks by the need's version whether anything has changed. */
  private async save(tx: Tx, complaint: Complaint, change: ComplaintChange): Promise<Complaint> {
    await saveComplaint(tx, complaint, change)
    const need = complaint.needId && (await this.needs.byId(complaint.needId, tx))
    if (need) await this.needs.touch(need, tx)
    return complaint
  }
}

const isSilent = ({ words, attachmentIds = [] }: ComplaintSaid): boolean =>
  !words?.trim() && attachmentIds.length === 0

/** Rechecked once, escalated once, and then it is over. */
const refusalOutcome = ({ escalatedAt, rechecks }: Complaint): string => {
  if (escalatedAt) return 'end'
  return rechecks > 0 ? 'escalate' : 'recheck'
}
