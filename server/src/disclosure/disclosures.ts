import { DAY, disclosedDays, plusDays, publicRatesDays, rankingMin, shanghaiDate } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Attachments } from '../attachments/index.js'
import { Departments } from '../people/index.js'
import { Areas } from '../places/index.js'
import { pageOf } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { notFound } from '../platform/problem.js'
import { Routing } from '../routing/index.js'
import { Flagged } from '../safety/index.js'
import { type ScoreRow, Scores, wholeDistrict } from '../scores/index.js'
import type { PublicRates, PublicRatesView, SolvedPage, SolvedView } from './disclosure.dto.js'
import type { Disclosure } from './disclosure.entity.js'
import { DisclosureStore, type Near } from './disclosure.store.js'
import { MinuteCache } from './minute-cache.js'

/** What anybody may see: what was solved near by, and how the departments do. Kept for a minute. */
@Injectable()
export class Disclosures {
  private readonly solvedPages: MinuteCache<SolvedPage>
  private readonly rateViews: MinuteCache<PublicRatesView>

  constructor(
    private readonly store: DisclosureStore,
    private readonly scores: Scores,
    private readonly flagged: Flagged,
    private readonly attachments: Attachments,
    private readonly areas: Areas,
    private readonly departments: Departments,
    private readonly routing: Routing,
    private readonly present: Present,
  ) {
    this.solvedPages = new MinuteCache(present)
    this.rateViews = new MinuteCache(present)
  }

  /** What was solved in the last seven days, the newest first. @throws Problem 404 `area_not_found` */
  async solved(areaId: string | undefined, cursor: string | undefined): Promise<SolvedPage> {
    const near = await this.nearBy(areaId)
    return this.solvedPages.get(`${areaId ?? ''} ${cursor ?? ''}`, () => this.readSolved(near, cursor))
  }

  /** The three rates of the last ninety days, as the scores count them. WORKFLOW §4. */
  rates(): Promise<PublicRatesView> {
    const to = shanghaiDate(this.present.now())
    return this.rateViews.get(to, () => this.readRates(plusDays(to, 1 - publicRatesDays), to))
  }

  /** The first photo that the public is shown of each of these needs, if any. */
  async photoIdsOf(needIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.store.ofNeeds(needIds)
    return new Map(rows.flatMap(({ needId, photoIds: [first] }) => (first ? [[needId, first]] : [])))
  }

  private async nearBy(areaId: string | undefined): Promise<Near> {
    const area = areaId === undefined ? undefined : await this.areas.byId(areaId)
    if (areaId !== undefined && !area) throw notFound('area_not_found', '没有这个社区或街道，请重新选择')
    if (area?.level === 'street') return { streetId: area.id }
    return area?.level === 'community' ? { communityId: area.id } : {}
  }

  private async readSolved(near: Near, cursor: string | undefined): Promise<SolvedPage> {
    const from = new Date(this.present.now().getTime() - disclosedDays * DAY)
    const rows = await this.store.since(from, near, cursor)
    const { items, nextCursor } = pageOf(
      rows,
      ({ closedAt, id }) => ({ at: closedAt, id }),
      (row) => row,
    )
    const doubtful = await this.flagged.among(items.map(({ needId }) => needId))
    return { items: await this.views(items.filter(({ needId }) => !doubtful.has(needId))), nextCursor }
  }

  private async views(rows: readonly Disclosure[]): Promise<SolvedView[]> {
    const [areas, departments, categories, photos] = await Promise.all([
      this.areas.known(),
      this.departments.known(),
      this.routing.names(),
      this.attachments.publicPhotos(rows.flatMap(({ photoIds }) => photoIds)),
    ])
    return rows.map((row) => ({
      id: row.id,
      categoryName: categories.get(row.categoryId) ?? '其他',
      areaName: areas.get(row.communityId)?.name ?? '',
      streetName: areas.get(row.streetId)?.name ?? null,
      departmentName: departments.get(row.departmentId)?.name ?? '负责的单位',
      daysTaken: row.daysTaken,
      level: row.level,
      text: row.text,
      photos: row.photoIds.flatMap((id) => photos.get(id) ?? []),
      closedAt: row.closedAt.toISOString(),
    }))
  }

  private async readRates(from: string, to: string): Promise<PublicRatesView> {
    const { total, items } = await this.scores.of({
      period: { kind: 'free', from, to },
      by: 'department',
      scope: wholeDistrict,
    })
    return { from, to, total: publicRates(total), items: items.filter(({ id }) => id).map(publicRates) }
  }
}

/** Below ten ratings a rate says more about chance than about the department. WORKFLOW §4. */
function publicRates({ name, rated, onTimeRate, ...rates }: ScoreRow): PublicRates {
  const hasEnough = rated >= rankingMin
  const { contactRate, solvedRate, satisfaction } = rates
  const shown = hasEnough
    ? { contactRate, solvedRate, satisfaction }
    : { contactRate: null, solvedRate: null, satisfaction: null }
  return { name, rated, hasEnough, ...shown, onTimeRate }
}
