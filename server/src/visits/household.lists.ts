import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Attachments } from '../attachments/index.js'
import { Need } from '../handling/index.js'
import { type Person, PersonalDataReads, Resident, Residents, StaffDirectory } from '../people/index.js'
import { pageAfter, pageOf, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { Claims } from './claims.js'
import { doorsOf } from './door-list.js'
import { isUnclaimed } from './filing.js'
import { Grids, type GridWorker } from './grids.js'
import { HouseholdNeed } from './household-need.entity.js'
import { HouseholdResident } from './household-resident.entity.js'
import { HouseholdViews } from './household.views.js'
import { Households } from './households.js'
import type {
  HouseholdNeedPage,
  HouseholdNeedView,
  HouseholdPage,
  HouseholdQuery,
  IdNumberView,
  VisitPage,
  VisitView,
} from './visit.dto.js'
import { Visit } from './visit.entity.js'

/** Under which words a look at a page of names is written down. */
const LISTED = '查看网格住户'

/** What a grid worker looks up with signal: households of a grid, what happened at a door, a whole ID number. */
@Injectable()
export class HouseholdLists {
  constructor(
    private readonly attachments: Attachments,
    private readonly claims: Claims,
    private readonly grids: Grids,
    private readonly households: Households,
    private readonly present: Present,
    private readonly reads: PersonalDataReads,
    private readonly residents: Residents,
    private readonly staff: StaffDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly views: HouseholdViews,
  ) {}

  /** Those who have waited longest first. That somebody read their names, and when, is written down. */
  async page(by: Person, query: HouseholdQuery): Promise<HouseholdPage> {
    const { grids, elsewhere } = await this.grids.worker(by)
    if (!grids.has(query.gridId)) throw elsewhere.household()
    const { reader } = this.unitOfWork
    const rows = await doorsOf(reader, [query.gridId], query, this.present.now())
    const { items, nextCursor } = pageOf(
      rows,
      ({ id, unvisitedSince }) => ({ id, at: unvisitedSince }),
      itself,
    )
    const read = { subjectId: query.gridId, what: 'gridDownload', reason: LISTED } as const
    if (items.length > 0) await this.reads.note(by, read)
    return { items: await this.views.of(items, reader), nextCursor }
  }

  /** What happened at a door, the newest first: a range of `ix_visit_household`. @throws Problem 404 */
  async visits(by: GridWorker, householdId: string, cursor: string | undefined): Promise<VisitPage> {
    await this.households.ofWorker(by, householdId)
    const list = this.unitOfWork.reader
      .createQueryBuilder(Visit, 'v')
      .where('v.householdId = :householdId', { householdId })
    const at = { at: 'v.visitedAt', id: 'v.id', direction: 'DESC' as const }
    const rows = await pageAfter(list, at, cursor).getMany()
    const { items, nextCursor } = pageOf(rows, ({ id, visitedAt }) => ({ id, at: visitedAt }), itself)
    return { items: await this.visitViews(householdId, items), nextCursor }
  }

  /** What was filed at a door, the newest first: a range of `ix_household_need_household`. @throws Problem 404 */
  async needs(by: Person, householdId: string, cursor: string | undefined): Promise<HouseholdNeedPage> {
    await this.households.ofWorker(await this.grids.worker(by), householdId)
    const list = this.unitOfWork.reader
      .createQueryBuilder(HouseholdNeed, 'n')
      .where('n.householdId = :householdId', { householdId })
    const at = { at: 'n.filedAt', id: 'n.needId', direction: 'DESC' as const }
    const rows = await pageAfter(list, at, cursor).getMany()
    const { items, nextCursor } = pageOf(rows, ({ needId, filedAt }) => ({ id: needId, at: filedAt }), itself)
    return { items: await this.needViews(householdId, items), nextCursor }
  }

  /** The whole number, once it is written down who reads it and why. @throws Problem 404 */
  async idNumber(
    by: GridWorker,
    householdId: string,
    residentId: string,
    reason: string,
  ): Promise<IdNumberView> {
    const household = await this.households.ofWorker(by, householdId)
    const resident = await this.households.residentOf(household, residentId, this.unitOfWork.reader)
    await this.reads.note(by.person, { subjectId: resident.id, what: 'idNumber', reason })
    return { idNumber: this.residents.readable(resident.idNumberCipher) }
  }

  private async needViews(
    householdId: string,
    filed: readonly HouseholdNeed[],
  ): Promise<HouseholdNeedView[]> {
    if (filed.length === 0) return []
    const { reader } = this.unitOfWork
    const names = await this.namesOf(householdId)
    const needs = await reader.findBy(Need, { id: In(filed.map(({ needId }) => needId)) })
    const persons = await reader.findBy(Resident, { id: In(needs.map(({ residentId }) => residentId)) })
    const unclaimed = new Set(persons.filter(isUnclaimed).map(({ id }) => id))
    const byId = new Map(needs.map((need) => [need.id, need]))
    return filed.flatMap(({ needId, residentId, filedAt }) => {
      const need = byId.get(needId)
      if (!need) return []
      return {
        ...{ needId, receiptNo: need.receiptNo, title: need.title, state: need.state },
        filedAt: filedAt.toISOString(),
        residentName: residentId === null ? null : (names.get(residentId) ?? null),
        claimCode: unclaimed.has(need.residentId) ? this.claims.codeOf(needId) : null,
      }
    })
  }

  /** The names of who lives there, by id. */
  private async namesOf(householdId: string): Promise<ReadonlyMap<string, string | null>> {
    const residents = await this.unitOfWork.reader.findBy(HouseholdResident, { householdId })
    return new Map(residents.map(({ id, nameCipher }) => [id, this.residents.readable(nameCipher)]))
  }

  private async visitViews(householdId: string, visits: readonly Visit[]): Promise<VisitView[]> {
    const names = await this.namesOf(householdId)
    const files = await this.attachments.views(visits.flatMap(({ attachmentIds }) => attachmentIds))
    return Promise.all(
      visits.map(
        async ({
          id,
          visitedAt,
          workerId,
          meeting,
          residentId,
          saidCipher,
          tags,
          nextVisitOn,
          ...visit
        }) => ({
          ...{ id, visitedAt: visitedAt.toISOString(), meeting, tags, nextVisitOn },
          workerName: (await this.staff.nameOf(workerId)) ?? '',
          residentName: residentId === null ? null : (names.get(residentId) ?? null),
          said: this.residents.readable(saidCipher),
          attachments: visit.attachmentIds.flatMap((file) => files.get(file) ?? []),
        }),
      ),
    )
  }
}

const itself = <Row>(row: Row): Row => row
