import { monthlyScore, shanghaiDate } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { IsNull } from 'typeorm'
import { type Complaint, type ComplaintSaid, Complaints } from '../feedback/index.js'
import { Departments, type Person } from '../people/index.js'
import {
  insertRows,
  isUniqueViolation,
  newId,
  pageAfter,
  pageOf,
  type Tx,
  UnitOfWork,
} from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import { conflict, forbidden, notFound, unprocessable } from '../platform/problem.js'
import { Routing } from '../routing/index.js'
import type { CategoryMonth } from './category-month.entity.js'
import { CategoryMonths } from './category-months.js'
import type {
  CategoryMonthView,
  ChooseTopicBody,
  MonthlyTopicPage,
  TopicProposalView,
} from './monthly.dto.js'
import { MonthlyTopic } from './monthly-topic.entity.js'

/** 每月一题: proposed by figures, chosen by persons, with a plan, an owner, and what it was before and after. */
@Injectable()
export class MonthlyTopics {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly months: CategoryMonths,
    private readonly routing: Routing,
    private readonly departments: Departments,
    private readonly complaints: Complaints,
    private readonly present: Present,
  ) {}

  async proposals(month: string): Promise<TopicProposalView[]> {
    const [rows, names, chosen] = await Promise.all([
      this.months.proposed(month),
      this.routing.names(),
      this.unitOfWork.reader.findBy(MonthlyTopic, { month }),
    ])
    return rows.map((row) => ({
      ...shown(row),
      categoryId: row.categoryId,
      categoryName: names.get(row.categoryId) ?? '',
      score: Math.round(monthlyScore(row) * 10) / 10,
      isChosen: chosen.some(({ categoryId }) => categoryId === row.categoryId),
    }))
  }

  /**
   * @throws Problem 403 `topic_of_district`, 404 `proposal_not_found`, `department_not_found`, 409 `topic_exists`,
   * 422 `due_in_the_past`
   */
  async choose(tx: Tx, by: Person, body: ChooseTopicBody): Promise<MonthlyTopic> {
    assertDistrict(by)
    const chosenAt = this.present.now()
    if (body.dueOn <= shanghaiDate(chosenAt)) throw unprocessable('due_in_the_past', '完成日期要在今天之后')
    if (!(await this.months.of(body.month, body.categoryId)))
      throw notFound('proposal_not_found', '这个月没有这一类诉求的数据，请从建议中选一个')
    if (!(await this.departments.atWork()).has(body.departmentId))
      throw notFound('department_not_found', '没有这个单位，请重新选择牵头单位')
    const { month, categoryId, departmentId, owner, plan, dueOn } = body
    const topic: MonthlyTopic = {
      ...{
        id: newId(chosenAt),
        month,
        categoryId,
        departmentId,
        owner,
        plan,
        dueOn,
        chosenById: by.id,
        chosenAt,
      },
      ...{ result: null, finishedById: null, finishedAt: null },
    }
    try {
      await insertRows(tx, MonthlyTopic, [topic])
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      throw conflict('topic_exists', '这一类已经选为这个月的题目，请在列表中查看')
    }
    return topic
  }

  /** @throws Problem 403 `topic_of_district`, 404 `topic_not_found`, 409 `topic_finished` */
  async finish(tx: Tx, by: Person, id: string, result: string): Promise<MonthlyTopic> {
    assertDistrict(by)
    const topic = await tx.findOneBy(MonthlyTopic, { id })
    if (!topic) throw notFound('topic_not_found', '没有找到这个题目，请刷新列表')
    const end = { result, finishedById: by.id, finishedAt: this.present.now() }
    const { affected } = await tx.update(MonthlyTopic, { id, finishedAt: IsNull() }, end)
    if (affected !== 1) throw conflict('topic_finished', '这个题目已经写过结果，请刷新列表')
    return Object.assign(topic, end)
  }

  /** 一键投诉 about it: one tap. @throws Problem 404 `topic_not_found` */
  async complain(tx: Tx, by: Person, id: string, said: ComplaintSaid): Promise<Complaint> {
    const topic = await tx.findOneBy(MonthlyTopic, { id })
    if (!topic) throw notFound('topic_not_found', '没有找到这个题目，请刷新列表')
    const { departmentId, categoryId } = topic
    const title = (await this.routing.names()).get(categoryId) ?? ''
    return this.complaints.fileAboutProject(tx, by, { id, title, departmentId, categoryId }, said)
  }

  /** The newest first, by key: one range of `ix_monthly_topic_chosen`. */
  async page(cursor: string | undefined): Promise<MonthlyTopicPage> {
    const query = this.unitOfWork.reader.createQueryBuilder(MonthlyTopic, 't')
    const rows = await pageAfter(query, { at: 't.chosenAt', id: 't.id', direction: 'DESC' }, cursor).getMany()
    const [names, departments, months] = await Promise.all([
      this.routing.names(),
      this.departments.known(),
      this.months.ofCategories(rows.map(({ categoryId }) => categoryId)),
    ])
    return pageOf(
      rows,
      ({ chosenAt, id }) => ({ at: chosenAt, id }),
      ({ id, month, categoryId, departmentId, owner, plan, dueOn, result, chosenAt, finishedAt }) => {
        const own = months.filter((each) => each.categoryId === categoryId)
        const before = own.find((each) => each.month === month)
        const after = own.findLast((each) => each.month > month)
        return {
          ...{ id, month, owner, plan, dueOn, result },
          categoryName: names.get(categoryId) ?? '',
          departmentName: departments.get(departmentId)?.name ?? '',
          chosenAt: chosenAt.toISOString(),
          finishedAt: finishedAt?.toISOString() ?? null,
          before: before ? shown(before) : { month, needs: 0, needsBefore: 0, rated: 0, solved: 0 },
          after: after ? shown(after) : null,
        }
      },
    )
  }
}

/** Only who sees the whole district speaks for it. */
function assertDistrict({ departmentId, areaId }: Person): void {
  if (departmentId !== null || areaId !== null)
    throw forbidden('topic_of_district', '每月一题由区里选定，请向区领导提出建议')
}

const shown = ({ month, needs, needsBefore, rated, solved }: CategoryMonth): CategoryMonthView => ({
  ...{ month, needs, needsBefore, rated, solved },
})
