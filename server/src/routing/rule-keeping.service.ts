import { foldedWords, isTwin } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { IsNull, MoreThan } from 'typeorm'
import { Departments, type Person } from '../people/index.js'
import { Areas } from '../places/index.js'
import { insertRows, newId, pageAfter, pageOf, type Tx, UnitOfWork } from '../platform/database/index.js'
import { Editions, raiseEdition } from '../platform/editions.js'
import { Present } from '../platform/present.js'
import { conflict, invalid, notFound, unprocessable } from '../platform/problem.js'
import { RoutingViews } from './routing.views.js'
import { RoutingRule } from './routing-rule.entity.js'
import { Routing } from './routing.js'
import type { RuleBody, RulePage, RulePageQuery, RuleView } from './rule.dto.js'

/** The rules as administrators keep them: a change ends one version and begins the next, so that history stays. */
@Injectable()
export class RuleKeeping {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
    private readonly editions: Editions,
    private readonly routing: Routing,
    private readonly areas: Areas,
    private readonly departments: Departments,
    private readonly views: RoutingViews,
  ) {}

  /**
   * All versions, the newest first: `ix_routing_rule_created`, or the index of what they are listed by:
   * `ix_routing_rule_category`, `_department`, `_area`.
   */
  async page({ cursor, categoryId, departmentId, areaId }: RulePageQuery): Promise<RulePage> {
    const query = this.unitOfWork.reader.createQueryBuilder(RoutingRule, 'rule')
    if (categoryId) query.andWhere('rule.categoryId = :categoryId', { categoryId })
    if (departmentId) query.andWhere('rule.departmentId = :departmentId', { departmentId })
    if (areaId) query.andWhere('rule.areaId = :areaId', { areaId })
    const by = { at: 'rule.createdAt', id: 'rule.id', direction: 'DESC' } as const
    const view = await this.views.naming()
    return pageOf(
      await pageAfter(query, by, cursor).getMany(),
      ({ createdAt, id }) => ({ at: createdAt, id }),
      view,
    )
  }

  /** @throws Problem 400 for what is not there; 422 `rule_in_the_past`, `rule_ends_before_it_begins`; 409 `rule_overlaps` */
  async add(by: Person, body: RuleBody): Promise<RuleView> {
    const id = newId(this.present.now())
    return this.written(async (tx) => {
      const rule = await this.ruleOf(by, body, { id, ruleId: id, version: 1 })
      await this.insert(tx, rule)
      return rule
    })
  }

  /** The next version of a rule, from now or a later time on. @throws Problem as `add`; 404; 409 `rule_over` */
  async change(by: Person, ruleId: string, body: RuleBody): Promise<RuleView> {
    const id = newId(this.present.now())
    return this.written(async (tx) => {
      const last = await lastOf(tx, ruleId)
      const rule = await this.ruleOf(by, body, { id, ruleId, version: last.version + 1 })
      this.assertGoesOn(last, rule.validFrom)
      await tx.update(RoutingRule, { id: last.id }, { validUntil: rule.validFrom })
      await this.insert(tx, rule)
      return rule
    })
  }

  /** @throws Problem 404; 422 `rule_in_the_past`; 409 `rule_over` */
  async end(ruleId: string, until: string | undefined): Promise<RuleView> {
    return this.written(async (tx) => {
      const last = await lastOf(tx, ruleId)
      const validUntil = this.momentOf(until)
      this.assertGoesOn(last, validUntil)
      await tx.update(RoutingRule, { id: last.id }, { validUntil })
      return { ...last, validUntil }
    })
  }

  /** Writers wait for one another at the edition's row, so that no two add what contradicts. */
  private async written(work: (tx: Tx) => Promise<RoutingRule>): Promise<RuleView> {
    const rule = await this.unitOfWork.run(async (tx) => {
      await raiseEdition(tx, 'rules')
      return work(tx)
    })
    this.editions.look()
    return (await this.views.naming())(rule)
  }

  private async insert(tx: Tx, rule: RoutingRule): Promise<void> {
    const { categoryId, validFrom } = rule
    const others = await tx.findBy(RoutingRule, [
      { categoryId, validUntil: IsNull() },
      { categoryId, validUntil: MoreThan(validFrom) },
    ])
    if (others.some((other) => other.ruleId !== rule.ruleId && isTwin(other, rule)))
      throw conflict('rule_overlaps', '同样条件的规则已经有了，请修改那一条，或加上不同的条件')
    await insertRows(tx, RoutingRule, [rule])
  }

  private async ruleOf(
    by: Person,
    body: RuleBody,
    version: Pick<RoutingRule, 'id' | 'ruleId' | 'version'>,
  ): Promise<RoutingRule> {
    await this.assertKnown(body)
    const validFrom = this.momentOf(body.validFrom)
    const validUntil = body.validUntil === undefined ? null : new Date(body.validUntil)
    if (validUntil && validUntil <= validFrom)
      throw unprocessable('rule_ends_before_it_begins', '结束时间要晚于开始时间')
    return {
      ...version,
      categoryId: body.categoryId,
      areaId: body.areaId ?? null,
      words: body.words ? [...new Set(body.words.map((word) => foldedWords(word.trim())))] : null,
      months: body.months ?? null,
      hours: body.hours ? { from: body.hours.from, until: body.hours.until } : null,
      priority: body.priority ?? 0,
      validFrom,
      validUntil,
      departmentId: body.departmentId ?? null,
      assistingIds: body.assistingIds ?? [],
      answerWorkdays: body.answerWorkdays ?? null,
      createdAt: this.present.now(),
      createdById: by.id,
    }
  }

  /** A rule about something that is not there would lead needs into the void. */
  private async assertKnown(body: RuleBody): Promise<void> {
    const { categoryId, areaId, departmentId, assistingIds = [], words, hours, answerWorkdays } = body
    const departments = await this.departments.atWork()
    const area = areaId === undefined ? undefined : await this.areas.byId(areaId)
    const checks: [field: string, isRight: boolean, message: string][] = [
      ['categoryId', (await this.routing.names()).has(categoryId), '没有这个事项分类，请重新选择'],
      [
        'areaId',
        areaId === undefined || (area && area.level !== 'district') === true,
        '请选择镇街、社区或网格',
      ],
      ['departmentId', !departmentId || departments.has(departmentId), '没有这个主办单位，请重新选择'],
      ['assistingIds', assistingIds.every((id) => departments.has(id)), '有协办单位不存在，请重新选择'],
      ['assistingIds', !departmentId || !assistingIds.includes(departmentId), '协办单位不能再选主办单位'],
      ['assistingIds', assistingIds.length === 0 || !!departmentId, '有协办单位时要先选主办单位'],
      ['words', !words || words.every((word) => word.trim().length > 1), '关键词每个 2 到 20 个字'],
      ['hours', !hours || hours.from !== hours.until, '钟点的起止不能相同：全天请去掉这个条件'],
      [
        'answerWorkdays',
        answerWorkdays === undefined || (await this.routing.hasUnhurried(categoryId)),
        '这里都是特急、紧急事项，按小时办，工作日时限不起作用：请去掉，或到“时限”里改',
      ],
    ]
    const wrong = checks.filter(([, isRight]) => !isRight)
    if (wrong.length > 0) throw invalid(wrong.map(([field, , message]) => ({ field, message })))
  }

  /** What has routed needs already stays as it was. */
  private momentOf(given: string | undefined): Date {
    const now = this.present.now()
    if (given === undefined) return now
    const moment = new Date(given)
    if (moment < now) throw unprocessable('rule_in_the_past', '时间不能早于现在，已经派出的诉求不会改变')
    return moment
  }

  private assertGoesOn({ validFrom, validUntil }: RoutingRule, at: Date): void {
    if (validUntil !== null && validUntil <= at) throw conflict('rule_over', '这条规则已经结束，请另加一条')
    if (at < validFrom) throw unprocessable('rule_in_the_past', '时间不能早于这条规则开始的时间')
  }
}

async function lastOf(tx: Tx, ruleId: string): Promise<RoutingRule> {
  const rule = await tx.findOne(RoutingRule, { where: { ruleId }, order: { version: 'DESC' } })
  if (!rule) throw notFound('rule_not_found', '没有找到这条规则，请刷新后再看')
  return rule
}
