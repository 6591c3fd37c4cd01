import { Injectable } from '@nestjs/common'
import { In } from 'typeorm'
import { Departments } from '../people/index.js'
import { Areas } from '../places/index.js'
import { UnitOfWork } from '../platform/database/index.js'
import type { RoutingRecord } from './route.js'
import type { RoutingView } from './routing.dto.js'
import { RoutingRule } from './routing-rule.entity.js'
import { Routing } from './routing.js'
import type { FindingView, RuleName, RuleView } from './rule.dto.js'
import type { Finding } from './rule-check.js'

/** Said of what has been removed since. */
const GONE = '（已撤销）'

type Names = Record<'category' | 'area' | 'department', (id: string) => RuleName>

/** Rules, and what came of them, in words. */
@Injectable()
export class RoutingViews {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly areas: Areas,
    private readonly departments: Departments,
    private readonly routing: Routing,
  ) {}

  /** How a need was routed, with the rules as they were then: one read by primary key. */
  async of({
    outcome,
    model,
    guesses,
    ruleId,
    closeIds,
    town,
    scannedId,
  }: RoutingRecord): Promise<RoutingView> {
    const names = await this.names()
    const rules = await this.rules([ruleId, ...closeIds].filter((id) => id !== null))
    const shown = (id: string) => [rules.get(id)].flatMap((rule) => (rule ? [ruleView(rule, names)] : []))
    return {
      outcome,
      model,
      guesses: guesses.map(({ categoryId, confidence, words = [] }) => ({
        category: names.category(categoryId),
        confidence,
        words,
      })),
      rule: (ruleId !== null && shown(ruleId)[0]) || null,
      close: closeIds.flatMap(shown),
      town: town ?? null,
      scanned: scannedId === undefined ? null : names.department(scannedId),
    }
  }

  /** Shows one rule after another with the names of now. */
  async naming(): Promise<(rule: RoutingRule) => RuleView> {
    const names = await this.names()
    return (rule) => ruleView(rule, names)
  }

  async findings(findings: readonly Finding[]): Promise<FindingView[]> {
    const names = await this.names()
    return findings.map(({ kind, categoryId, areaId, departmentId, rules }) => ({
      kind,
      category: categoryId === null ? null : names.category(categoryId),
      area: areaId === null ? null : names.area(areaId),
      department: departmentId === null ? null : names.department(departmentId),
      rules: rules.map((rule) => ruleView(rule, names)),
    }))
  }

  private async rules(ids: readonly string[]): Promise<Map<string, RoutingRule>> {
    const rows = ids.length > 0 ? await this.unitOfWork.reader.findBy(RoutingRule, { id: In([...ids]) }) : []
    return new Map(rows.map((rule) => [rule.id, rule]))
  }

  private async names(): Promise<Names> {
    const [categories, areas, departments] = await Promise.all([
      this.routing.names(),
      this.areas.known(),
      this.departments.known(),
    ])
    return {
      category: (id) => ({ id, name: categories.get(id) ?? GONE }),
      area: (id) => ({ id, name: areas.get(id)?.name ?? GONE }),
      department: (id) => ({ id, name: departments.get(id)?.name ?? GONE }),
    }
  }
}

function ruleView(rule: RoutingRule, { category, area, department }: Names): RuleView {
  const { id, ruleId, version, words, months, hours, priority, validFrom, validUntil } = rule
  return {
    id,
    ruleId,
    version,
    category: category(rule.categoryId),
    area: rule.areaId === null ? null : area(rule.areaId),
    words,
    months,
    hours,
    priority,
    validFrom: validFrom.toISOString(),
    validUntil: validUntil?.toISOString() ?? null,
    department: rule.departmentId === null ? null : department(rule.departmentId),
    assisting: rule.assistingIds.map(department),
    answerWorkdays: rule.answerWorkdays,
  }
}
