import { Injectable } from '@nestjs/common'
import { changedMeanwhile, type Need, NeedChange, needNotFound, NeedStore } from '../handling/index.js'
import type { Person } from '../people/index.js'
import { insertRows, newId, pageAfter, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict, forbidden, notFound, unprocessable } from '../platform/problem.js'
import { Exclusion, type ExclusionState } from './exclusion.entity.js'

/**
 * 剔除: one supervisor proposes with a reason, another one confirms; both stand in the chain of the need. What is
 * excluded leaves V and is counted as excluded; what is judged later is not. WORKFLOW §4.
 */
@Injectable()
export class Exclusions {
  constructor(
    private readonly needs: NeedStore,
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  /** @throws Problem 404, 403 `exclusion_own_town` or `exclusion_own_department`, 409 `exclusion_exists` */
  async propose(tx: Tx, by: Person, receiptNo: string, reason: string): Promise<Exclusion> {
    assertWholeDistrict(by)
    const found = await this.needs.byReceiptNo(receiptNo)
    const need = found && (await this.needs.byId(found.id, tx))
    if (!need) throw needNotFound()
    this.assertOutside(by, need.departmentId)
    const earlier = await tx.findBy(Exclusion, { needId: need.id })
    if (earlier.some(({ state }) => state === 'proposed'))
      throw conflict('exclusion_exists', '这一件已经提请剔除，请在列表中查看')
    const proposedAt = this.present.now()
    const { id: needId, title, departmentId } = need
    const exclusion: Exclusion = {
      ...{ id: newId(proposedAt), needId, receiptNo, title, departmentId, state: 'proposed', reason },
      ...{ proposedById: by.id, proposedAt, decidedById: null, decidedAt: null },
    }
    await insertRows(tx, Exclusion, [exclusion])
    await this.record(tx, need, 'proposeExclusion', by, reason)
    return exclusion
  }

  /**
   * @throws Problem 404, 403 `exclusion_own_town` or `exclusion_own_department`, 422 `exclusion_other_person`,
   *   409 `exclusion_decided`
   */
  async decide(tx: Tx, by: Person, id: string, isConfirmed: boolean): Promise<Exclusion> {
    assertWholeDistrict(by)
    const exclusion = await tx.findOneBy(Exclusion, { id })
    if (!exclusion) throw notFound('exclusion_not_found', '没有找到这条剔除申请，请刷新列表')
    this.assertOutside(by, exclusion.departmentId)
    if (exclusion.state !== 'proposed')
      throw conflict('exclusion_decided', '这条剔除申请已经有结论，请刷新列表')
    if (isConfirmed && exclusion.proposedById === by.id)
      throw unprocessable('exclusion_other_person', '提请和同意须是两个人，请另一位督办员来定')
    const need = await this.needs.byId(exclusion.needId, tx)
    if (!need) throw needNotFound()
    const state: ExclusionState = isConfirmed ? 'confirmed' : 'declined'
    const decision = { state, decidedById: by.id, decidedAt: this.present.now() }
    const { affected } = await tx.update(Exclusion, { id, state: 'proposed' }, decision)
    if (affected !== 1) throw changedMeanwhile()
    const act = isConfirmed ? 'confirmExclusion' : 'declineExclusion'
    await this.record(tx, need, act, by, exclusion.reason)
    return Object.assign(exclusion, decision)
  }

  /**
   * The newest first, 21 rows by key: one range of `ix_score_exclusion_state`.
   * @throws Problem 403 `exclusion_own_town`
   */
  page(by: Person, state: ExclusionState, cursor: string | undefined): Promise<Exclusion[]> {
    assertWholeDistrict(by)
    const query = this.unitOfWork.reader
      .createQueryBuilder(Exclusion, 'e')
      .where('e.state = :state', { state })
    return pageAfter(query, { at: 'e.proposedAt', id: 'e.id', direction: 'DESC' }, cursor).getMany()
  }

  /** Nobody makes the figures of their own department better. */
  private assertOutside(by: Person, departmentId: string | null): void {
    if (by.departmentId !== null && by.departmentId === departmentId)
      throw forbidden('exclusion_own_department', '不能剔除本单位承办的诉求，请由其他督办员办理')
  }

  private async record(
    tx: Tx,
    need: Need,
    act: 'proposeExclusion' | 'confirmExclusion' | 'declineExclusion',
    by: Person,
    reason: string,
  ): Promise<void> {
    const change = new NeedChange(need, this.present.now())
    change.record(act, { kind: by.kind, id: by.id }, { reason })
    await change.save(tx)
  }
}

/** A town is ranked, too: who works for one neither sees nor signs what is taken out of its figures. */
function assertWholeDistrict(by: Person): void {
  if (by.areaId !== null) throw forbidden('exclusion_own_town', '剔除由全区的督办员办理，请联系区督办员')
}
