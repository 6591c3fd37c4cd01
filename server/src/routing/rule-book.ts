import type { RoutingRule } from './routing-rule.entity.js'

/** Where a need is: its grid when the coordinates say so, its community, its street. */
export interface Lineage {
  gridId: string | null
  communityId: string
  streetId: string
}

/** The routing rules, arranged for looking them up. */
export class RuleBook {
  private readonly departments: ReadonlyMap<string, string>

  constructor(rules: readonly RoutingRule[]) {
    this.departments = new Map(
      rules.map(({ categoryId, areaId, departmentId }) => [keyOf(categoryId, areaId), departmentId]),
    )
  }

  /** The department for a category, with its field, in a place; the most specific rule wins. */
  departmentOf(category: { id: string; fieldId: string } | undefined, place: Lineage): string | null {
    if (!category) return null
    const areas = [place.communityId, place.streetId, null]
    const keys = [category.id, category.fieldId].flatMap((id) => areas.map((areaId) => keyOf(id, areaId)))
    for (const key of keys) {
      const departmentId = this.departments.get(key)
      if (departmentId) return departmentId
    }
    return null
  }
}

const keyOf = (categoryId: string, areaId: string | null): string => `${categoryId} ${areaId ?? ''}`
