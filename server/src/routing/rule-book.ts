import {
  canMeet,
  decideRule,
  destinationOf,
  foldedWords,
  inOrder,
  isEqualRank,
  type RoutedMatter,
  type RuleVerdict,
} from '@minsheng/shared'
import type { RoutingRule } from './routing-rule.entity.js'

/** Where a need is: its grid when the coordinates say so, its community, its street. */
export interface Lineage {
  gridId: string | null
  communityId: string
  streetId: string
}

/** A category (or a field, which is its own field). */
export interface Ruled {
  id: string
  fieldId: string
}

/** What a need says, where and when. */
export interface Matter {
  text: string
  place: Lineage
  at: Date
}

/**
 * The routing rules, arranged for looking them up: a decision reads at most eight lists (category and field; grid,
 * community, street and everywhere), however many rules there are.
 */
export class RuleBook {
  private readonly lists = new Map<string, RoutingRule[]>()
  readonly rules: readonly RoutingRule[]

  constructor(rules: readonly RoutingRule[]) {
    this.rules = rules.map((rule) => ({ ...rule, words: rule.words?.map(foldedWords) ?? null }))
    for (const rule of this.rules) {
      const key = keyOf(rule.categoryId, rule.areaId)
      this.lists.set(key, [...(this.lists.get(key) ?? []), rule])
    }
  }

  /** What the rules say of a matter. */
  decide(category: Ruled, { text, place, at }: Matter): RuleVerdict<RoutingRule> {
    const nearness = nearnessOf(category, place)
    const rules = this.among(nearness)
    const hasWords = rules.some(({ words }) => words !== null)
    return decideRule(rules, { ...nearness, text: hasWords ? foldedWords(text) : '', at })
  }

  /** The rules about a category in a place, whatever the text and the time, in the order in which they decide. */
  about(category: Ruled, place: Lineage): RoutingRule[] {
    const nearness = nearnessOf(category, place)
    return inOrder(this.among(nearness), nearness)
  }

  /** Rules of one category and area of which neither comes before the other, though they name other departments. */
  conflicts(): RoutingRule[][] {
    return [...this.lists.values()].flatMap((list) =>
      list.flatMap((one, place) =>
        list
          .slice(place + 1)
          .filter((other) => isInConflict(one, other))
          .map((other) => [one, other]),
      ),
    )
  }

  private among({ categoryIds, areaIds }: Nearness): RoutingRule[] {
    return categoryIds.flatMap((categoryId) =>
      [...areaIds, null].flatMap((areaId) => this.lists.get(keyOf(categoryId, areaId)) ?? []),
    )
  }
}

type Nearness = Pick<RoutedMatter, 'categoryIds' | 'areaIds'>

const keyOf = (categoryId: string, areaId: string | null): string => `${categoryId} ${areaId ?? ''}`

const nearnessOf = (category: Ruled, { gridId, communityId, streetId }: Lineage): Nearness => ({
  categoryIds: [...new Set([category.id, category.fieldId])],
  areaIds: [gridId, communityId, streetId].filter((id) => id !== null),
})

const isInConflict = (one: RoutingRule, other: RoutingRule): boolean =>
  destinationOf(one) !== destinationOf(other) &&
  canMeet(one, other) &&
  isEqualRank(one, other, {
    categoryIds: [one.categoryId],
    areaIds: [one.areaId].filter((id) => id !== null),
  })
