import { Injectable } from '@nestjs/common'
import { Attachments } from '../attachments/index.js'
import { Deadlines } from '../deadlines/index.js'
import { type Page, pageOf } from '../platform/database/index.js'
import type { GuessView, TriageView } from './need.dto.js'
import type { Need } from './need.entity.js'
import { NeedStore } from './need.store.js'
import { NeedViews } from './need.views.js'
import { returnRequestView } from './standing.js'
import type { WorkOrder } from './work-order.entity.js'
import { WorkOrderStore } from './work-order.store.js'
import type { Named } from './words.js'

/** The dispatcher's list: first the returns that wait for a decision, then needs without a department. */
@Injectable()
export class TriageViews {
  constructor(
    private readonly store: NeedStore,
    private readonly orders: WorkOrderStore,
    private readonly needs: NeedViews,
    private readonly attachments: Attachments,
    private readonly deadlines: Deadlines,
  ) {}

  /** Returns are few and stand on the first page; needs are paged by key. */
  async page(cursor: string | undefined): Promise<Page<TriageView>> {
    const named = await this.needs.names()
    const returns = cursor ? [] : await this.returns(named)
    const { items, nextCursor } = pageOf(
      await this.store.untriaged(cursor),
      ({ submittedAt, id }) => ({ at: submittedAt, id }),
      (need) => this.need(need, named),
    )
    return { items: [...returns, ...(await Promise.all(items))], nextCursor }
  }

  private async returns(named: Named): Promise<TriageView[]> {
    const orders = await this.orders.waitingForDecision()
    const views = orders.map(async (order) => {
      const need = await this.store.byId(order.needId)
      return need ? [await this.returned(order, need, named)] : []
    })
    return (await Promise.all(views)).flat()
  }

  private async returned(order: WorkOrder, need: Need, named: Named): Promise<TriageView> {
    const request = returnRequestView(order, await this.store.events(need.id), named)
    return {
      ...(await this.need(need, named)),
      kind: 'return',
      workOrderId: order.id,
      dispatchDueAt: order.dueAt.toISOString(),
      department: { id: order.departmentId, name: named.department(order.departmentId) },
      returnReason: request?.reason ?? null,
      legalBasis: request?.legalBasis ?? null,
      suggestedDepartment: request?.suggestedDepartment ?? null,
      isLastReturn: request?.isLast ?? false,
    }
  }

  private async need(need: Need, named: Named): Promise<TriageView> {
    const area = await this.needs.areaView(need)
    const guesses = await Promise.all(need.guesses.map((guess) => this.guess(guess, named)))
    return {
      id: need.id,
      kind: 'need',
      receiptNo: need.receiptNo,
      title: need.title,
      text: need.text,
      areaName: [area?.streetName, area?.name].filter(Boolean).join(' · '),
      submittedAt: need.submittedAt.toISOString(),
      dispatchDueAt: this.deadlines.dispatch(need, need.submittedAt).dueAt.toISOString(),
      danger: need.danger,
      guesses: guesses.flat(),
      attachments: need.attachmentsCount > 0 ? await this.attachments.ofNeed(need.id) : [],
      workOrderId: null,
      department: null,
      returnReason: null,
      legalBasis: null,
      suggestedDepartment: null,
      isLastReturn: false,
    }
  }

  private async guess(guess: Need['guesses'][number], named: Named): Promise<GuessView[]> {
    const category = await this.needs.categoryView(guess.categoryId)
    if (!category) return []
    const department = guess.departmentId
      ? { id: guess.departmentId, name: named.department(guess.departmentId) }
      : null
    return [{ category, department, confidence: guess.confidence, isScanned: guess.isScanned ?? false }]
  }
}
