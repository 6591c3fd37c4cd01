import { Injectable } from '@nestjs/common'
import { Departments, Staff } from '../people/index.js'
import { Areas } from '../places/index.js'
import { UnitOfWork } from '../platform/database/index.js'
import { type CheckedPlace, checkRules, type Finding } from './rule-check.js'
import type { RuleBook } from './rule-book.js'
import { RoutingRules } from './routing-rules.js'
import { Routing } from './routing.js'

export interface Checked {
  rulesCount: number
  casesCount: number
  findings: Finding[]
}

/** Looks the rules that count now through. For administrators; costs a moment, so nothing asks for it by itself. */
@Injectable()
export class RuleChecking {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly areas: Areas,
    private readonly departments: Departments,
    private readonly routing: Routing,
    private readonly rules: RoutingRules,
  ) {}

  async check(): Promise<Checked> {
    const book = await this.rules.book()
    const categories = await this.routing.leaves()
    const places = await this.places(book)
    const city = {
      categories,
      places,
      departments: await this.departments.atWork(),
      staffed: await this.staffed(),
    }
    return {
      rulesCount: book.rules.length,
      casesCount: categories.length * places.length,
      findings: checkRules(book, city),
    }
  }

  /** Every street, and what is smaller where a rule is about it. */
  private async places(book: RuleBook): Promise<CheckedPlace[]> {
    const named = new Set(book.rules.map(({ areaId }) => areaId))
    const streets = (await this.areas.all('street')).map(({ id }) => ({
      areaId: id,
      lineage: { gridId: null, communityId: '', streetId: id },
    }))
    const smaller = (await this.areas.all()).filter(({ id }) => named.has(id))
    const lineages = await Promise.all(
      smaller.map(async ({ id }) => ({ areaId: id, lineage: await this.areas.lineage(id) })),
    )
    return [...streets, ...lineages.flatMap(({ areaId, lineage }) => (lineage ? [{ areaId, lineage }] : []))]
  }

  private async staffed(): Promise<Set<string>> {
    const staff = await this.unitOfWork.reader.find(Staff, {
      select: { departmentId: true, roles: true },
      where: { isActive: true },
    })
    const handlers = staff.filter(({ roles }) => roles.includes('handler'))
    return new Set(handlers.flatMap(({ departmentId }) => (departmentId === null ? [] : [departmentId])))
  }
}
