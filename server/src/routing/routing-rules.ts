import { Injectable } from '@nestjs/common'
import { IsNull, MoreThan } from 'typeorm'
import { Departments } from '../people/index.js'
import { UnitOfWork } from '../platform/database/index.js'
import { Editions, Kept } from '../platform/editions.js'
import { Present } from '../platform/present.js'
import type { KeptTownGuess } from './locality/town-guessing.js'
import { type RuleFault, RuleAlarm } from './rule-alarm.js'
import { type Matter, RuleBook, type Ruled } from './rule-book.js'
import { RoutingRule } from './routing-rule.entity.js'

/** Whose a matter is by the rules, and which rules said so. */
export interface Ruling {
  /** Null: a dispatcher decides. */
  departmentId: string | null
  assistingIds: string[]
  rule: RoutingRule | null
  /** What would have decided next, the next first. */
  close: RoutingRule[]
  fault: RuleFault | null
  town?: KeptTownGuess
}

const undecided: Ruling = { departmentId: null, assistingIds: [], rule: null, close: [], fault: null }

/** The routing rules that count now, in memory. A decision costs no query. */
@Injectable()
export class RoutingRules {
  private readonly kept: Kept<RuleBook>

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly departments: Departments,
    private readonly alarm: RuleAlarm,
    private readonly present: Present,
    editions: Editions,
  ) {
    this.kept = new Kept(editions, 'rules', () => this.read())
  }

  /** Whose a matter of a category is. Rules that are wrong leave it to a dispatcher, and an alarm says so. */
  async decide(category: Ruled, matter: Matter): Promise<Ruling> {
    const verdict = (await this.book()).decide(category, matter)
    if (verdict.kind === 'none') return undecided
    if (verdict.kind === 'conflict') return this.faulty('conflict', verdict.rules)
    const { rule, close } = verdict
    if (await this.isAnyGone(rule)) return this.faulty('department_gone', [rule])
    return { ...undecided, departmentId: rule.departmentId, assistingIds: rule.assistingIds, rule, close }
  }

  book(): Promise<RuleBook> {
    return this.kept.value()
  }

  private faulty(fault: RuleFault, [rule, ...close]: RoutingRule[]): Ruling {
    if (rule) this.alarm.raise(fault, [rule, ...close])
    return { ...undecided, rule: rule ?? null, close, fault }
  }

  private async isAnyGone({ departmentId, assistingIds }: RoutingRule): Promise<boolean> {
    const atWork = await this.departments.atWork()
    return [departmentId, ...assistingIds].some((id) => id !== null && !atWork.has(id))
  }

  private async read(): Promise<RuleBook> {
    const rules = await this.unitOfWork.reader.findBy(RoutingRule, [
      { validUntil: IsNull() },
      { validUntil: MoreThan(this.present.now()) },
    ])
    const book = new RuleBook(rules)
    this.alarm.clear()
    for (const pair of book.conflicts()) this.alarm.raise('conflict', pair)
    for (const rule of book.rules) if (await this.isAnyGone(rule)) this.alarm.raise('department_gone', [rule])
    return book
  }
}
