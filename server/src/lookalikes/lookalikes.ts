import { DAY, isLookalikeState, isOpenNeed, lookalikeRule, needStateWords } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Attachments } from '../attachments/index.js'
import { Disclosures } from '../disclosure/index.js'
import { Merging } from '../handling/index.js'
import { Departments, type Person } from '../people/index.js'
import { Areas, toWgs84 } from '../places/index.js'
import { Present } from '../platform/present.js'
import { type Category, Routing } from '../routing/index.js'
import { Flagged } from '../safety/index.js'
import type { LookalikesBody, LookalikeView } from './lookalike.dto.js'
import type { Lookalike } from './lookalike.entity.js'
import { type ComparedNeed, LookalikeStore } from './lookalike.store.js'
import { pointOf } from './point.js'
import { type Candidate, rank, type Ranked } from './ranking.js'

/** So many of a category's words say what it is about. */
const WORDS_SHOWN = 4

interface Found extends Candidate {
  lookalike: Lookalike
  need: ComparedNeed
}

/** 我也遇到: what others near by have filed already, so that one can join instead of beginning anew. */
@Injectable()
export class Lookalikes {
  constructor(
    private readonly store: LookalikeStore,
    private readonly routing: Routing,
    private readonly areas: Areas,
    private readonly departments: Departments,
    private readonly disclosures: Disclosures,
    private readonly attachments: Attachments,
    private readonly flagged: Flagged,
    private readonly merging: Merging,
    private readonly present: Present,
  ) {}

  /**
   * At most five, the likeliest first; none where the place is not known or lies outside. Some ranges of an index,
   * then the texts of at most 200 needs by key.
   */
  async like(by: Person, { text, place, areaId }: LookalikesBody): Promise<LookalikeView[]> {
    const located =
      (place && (await this.areas.locate(place))) ?? (areaId && (await this.areas.lineage(areaId)))
    if (!located) return []
    const { guesses } = await this.routing.route(text, located)
    const categories = new Map((await this.routing.tree()).map((category) => [category.id, category]))
    const categoryIds = guesses.map(({ categoryId }) => categoryId)
    const fieldIds = [...new Set(categoryIds.flatMap((id) => categories.get(id)?.parentId ?? []))]
    if (fieldIds.length === 0) return []
    const point = place ? toWgs84(place) : null
    const from = new Date(this.present.now().getTime() - lookalikeRule.days * DAY)
    const rows = await this.store.near({ fieldIds, communityId: located.communityId, point, from })
    const found = await this.found(by, rows, categories)
    return this.views(rank({ title: '', text, point, categoryIds }, found), categories)
  }

  /** What a need that is filed as the same as this one is to follow; nothing when that is no longer worked on. */
  async masterOf(id: string): Promise<string | undefined> {
    const row = await this.store.byId(id)
    const need = row && (await this.store.needs([row.needId])).get(row.needId)
    return need && isOpenNeed(need.state) ? need.id : undefined
  }

  /** Of those the ones that still stand, of other persons than the one who asks. */
  private async found(
    by: Person,
    rows: readonly Lookalike[],
    categories: ReadonlyMap<string, Category>,
  ): Promise<Found[]> {
    const needs = await this.store.needs(rows.map(({ needId }) => needId))
    const closedSince = new Date(this.present.now().getTime() - lookalikeRule.closedDays * DAY)
    return rows.flatMap((lookalike): Found[] => {
      const need = needs.get(lookalike.needId)
      const isShown = need && isLookalikeState(need.state) && need.residentId !== by.id
      if (!isShown || (need.closedAt && need.closedAt < closedSince)) return []
      const { categoryId } = lookalike
      const within = categories.get(categoryId)?.lookalikeMetres ?? lookalikeRule.metres
      const { title, text } = need
      return [{ lookalike, need, categoryId, within, title, text, point: pointOf(lookalike) }]
    })
  }

  private async views(
    ranked: readonly Ranked<Found>[],
    categories: ReadonlyMap<string, Category>,
  ): Promise<LookalikeView[]> {
    // Some more than are shown: content safety may have doubts about one.
    const likeliest = ranked.slice(0, 2 * lookalikeRule.shown)
    const needIds = likeliest.map(({ row }) => row.need.id)
    const doubtful = await this.flagged.among(needIds)
    const shown = likeliest.filter(({ row }) => !doubtful.has(row.need.id)).slice(0, lookalikeRule.shown)
    const shownIds = shown.map(({ row }) => row.need.id)
    const photoIds = await this.disclosures.photoIdsOf(shownIds)
    const [areas, departments, photos, followers] = await Promise.all([
      this.areas.known(),
      this.departments.known(),
      this.attachments.publicPhotos([...photoIds.values()]),
      this.merging.followersCount(shownIds),
    ])
    return shown.map(({ row: { lookalike, need }, metres }) => {
      const photo = photos.get(photoIds.get(need.id) ?? '')
      return {
        id: lookalike.id,
        categoryName: categories.get(lookalike.categoryId)?.name ?? '其他',
        words: wordsIn(need.text, categories.get(lookalike.categoryId)?.words ?? []),
        areaName: areas.get(lookalike.communityId)?.name ?? '',
        metres: metres === null ? null : Math.max(10, Math.round(metres / 10) * 10),
        state: need.state,
        stateWords: needStateWords[need.state],
        departmentName: departments.get(need.departmentId ?? '')?.name ?? null,
        submittedAt: need.submittedAt.toISOString(),
        persons: 1 + (followers.get(need.id) ?? 0),
        photo: photo ? { url: photo.url, thumbnailUrl: photo.thumbnailUrl } : null,
      }
    })
  }
}

/** Words of ours that a text holds, the longest first, none that is a part of another. */
function wordsIn(text: string, words: readonly string[]): string[] {
  const held = words.filter((word) => text.includes(word)).sort((a, b) => b.length - a.length)
  const whole = held.filter((word, at) => !held.slice(0, at).some((longer) => longer.includes(word)))
  return whole.slice(0, WORDS_SHOWN)
}
