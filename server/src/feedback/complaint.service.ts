import {
  allowedActs,
  type ComplaintAct,
  complaintActs,
  complaintStateWords,
  complaintTextMax,
  type Actor,
  type ContactWay,
  transition,
} from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { chainStart, isComplainant, Need, needNotFound, NeedStore } from '../handling/index.js'
import { Joining, type Person } from '../people/index.js'
import { newId, type Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict, notFound, type Problem, unprocessable } from '../platform/problem.js'
import { saveComplaint } from './complaint-change.js'
import { ComplaintClock } from './complaint-clock.js'
import { Complaint } from './complaint.entity.js'
import { ComplaintStore } from './complaint.store.js'

export const complaintNotFound = (): Problem => notFound('complaint_not_found', '没有找到这件投诉，请刷新')

/** Whether somebody may deal with a complaint: nobody does with one about the department that he belongs to. */
export const mayHandle = ({ departmentId }: Person, complaint: Pick<Complaint, 'departmentId'>): boolean =>
  departmentId === null || departmentId !== complaint.departmentId

/** In which capacities a person acts on this very complaint. */
export function capacitiesOf(by: Person, complaint: Complaint): Actor[] {
  if (by.id === complaint.residentId) return ['complainant']
  return by.roles.includes('supervisor') && mayHandle(by, complaint) ? ['supervisor'] : []
}

/** 一键投诉, up to the response of a person. WORKFLOW §3. */
@Injectable()
export class Complaints {
  constructor(
    private readonly store: ComplaintStore,
    private readonly needs: NeedStore,
    private readonly clock: ComplaintClock,
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
  async file(tx: Tx, by: Person, needId: string, words: string | undefined): Promise<Complaint> {
    const need = await this.needs.byId(needId, tx)
    if (!need || !isComplainant(by, need)) throw needNotFound()
    const open = await this.store.openOf(needId, tx)
    if (open) return words?.trim() ? this.addWords(tx, by, open.id, words) : open
    if (need.state === 'withdrawn')
      throw conflict('need_withdrawn', '这件诉求您已撤回。如果问题还在，请重新提交一件')
    const at = this.present.now()
    // Two taps at once: the second one finds the need changed, and then the complaint of the first.
    await this.needs.touch(need, tx)
    const complaint = filed(need, at, await this.clock.start(tx, need, at), words?.trim() || null)
    await saveComplaint(tx, complaint, { act: 'file', by, at, data: said(complaint.words) })
    return complaint
  }

  /** @throws Problem 404, 409, 422 `complaint_too_long` */
  async addWords(tx: Tx, by: Person, id: string, words: string): Promise<Complaint> {
    const { complaint, at } = await this.decide(tx, by, id, 'addWords')
    const added = words.trim()
    const all = [complaint.words, added].filter(Boolean).join('\n')
    if (all.length > complaintTextMax)
      throw unprocessable('complaint_too_long', '写得已经很多了，其余的请在监督人员联系您时说')
    complaint.words = all
    await this.save(tx, complaint, { act: 'addWords', by, at, data: said(added) })
    return complaint
  }

  /** A person has spoken with the complainant; an automatic message is no response. @throws Problem 404, 409 */
  async respond(tx: Tx, by: Person, id: string, how: ContactWay, note: string): Promise<Complaint> {
    const { complaint, at } = await this.decide(tx, by, id, 'respond')
    Object.assign(complaint, { respondedAt: at, responderId: by.id, responseWay: how, responseNote: note })
    await this.clock.stop(tx, complaint.needId, at)
    await this.save(tx, complaint, { act: 'respond', by, at, data: { how, note } })
    return complaint
  }

  async withdraw(tx: Tx, by: Person, id: string): Promise<Complaint> {
    const { complaint, at } = await this.decide(tx, by, id, 'withdraw')
    if (complaint.respondedAt === null) await this.clock.stop(tx, complaint.needId, at)
    await this.save(tx, complaint, { act: 'withdraw', by, at, data: {} })
    return complaint
  }

  /**
   * The complaint, in the state that the act leads to.
   * @throws Problem 404 for one that is not this person's, as for one that does not exist; 409 `transition_not_allowed`
   */
  private async decide(tx: Tx, by: Person, id: string, act: ComplaintAct) {
    const complaint = await this.store.byId(id, tx)
    const capacities = complaint ? capacitiesOf(by, complaint) : []
    if (!complaint || capacities.length === 0) throw complaintNotFound()
    const row = transition(complaintActs, complaint.state, act, capacities)
    if (!row) throw refused(complaint, capacities)
    complaint.state = row.to
    return { complaint, at: this.present.now() }
  }

  /** An open page of the complainant asks by the need's version whether anything has changed. */
  private async save(
    tx: Tx,
    complaint: Complaint,
    change: Parameters<typeof saveComplaint>[2],
  ): Promise<void> {
    await saveComplaint(tx, complaint, change)
    const need = await this.needs.byId(complaint.needId, tx)
    if (need) await this.needs.touch(need, tx)
  }
}

const said = (words: string | null) => (words ? { words } : {})

function filed(need: Need, filedAt: Date, responseDueAt: Date, words: string | null): Complaint {
  const { id: needId, receiptNo, round, residentId, departmentId } = need
  return {
    id: newId(filedAt),
    ...{ needId, receiptNo, round, residentId, departmentId },
    state: 'filed',
    ...{ words, filedAt, responseDueAt },
    ...{ respondedAt: null, responderId: null, responseWay: null, responseNote: null },
    ...{ version: 0, eventCount: 0, lastEventHash: chainStart },
  }
}

function refused({ state }: Complaint, capacities: readonly Actor[]): Problem {
  const allowed = allowedActs(complaintActs, state, capacities)
  const title = `这件投诉现在是“${complaintStateWords[state]}”，不能这样办理，请刷新后再看`
  return conflict('transition_not_allowed', title, { state, allowed })
}
