import type { Urgency } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import { Attachments } from '../attachments/index.js'
import { Deadlines } from '../deadlines/index.js'
import { type Page, pageOf } from '../platform/database/index.js'
import type { GuessView, TriageView } from './need.dto.js'
import type { NeedEvent } from './need-event.entity.js'
import type { Need } from './need.entity.js'
import { NeedStore } from './need.store.js'
import { departmentView, NeedViews } from './need.views.js'
import { returnRequestView } from './standing.js'
import type { WorkOrder } from './work-order.entity.js'
import { WorkOrderStore } from './work-order.store.js'
import type { Named } from './words.js'

/** Who has to be dispatched sooner stands first (WORKFLOW §5): danger, then the green channel, then all others. */
const bands: readonly (readonly Urgency[])[] = [['critical'], ['urgent'], ['inquiry', 'ordinary', 'complex']]
const OTHERS = bands.length - 1

/**
 * The dispatcher's list: first what is pressing, then the returns that wait for a decision, then all other needs
 * without a department. docs/adr/0144
 */
@Injectable()
export class TriageViews {
  constructor(
    private readonly store: NeedStore,
    private readonly orders: WorkOrderStore,
    private readonly needs: NeedViews,
    private readonly attachments: Attachments,
    private readonly deadlines: Deadlines,
  ) {}

  /** Needs are paged by key; returns are few and stand together, before what is not pressing. */
  async page(cursor: string | undefined): Promise<Page<TriageView>> {
    const named = await this.needs.names()
    const from = placeOf(cursor)
    const items: TriageView[] = []
    for (const [band, urgencies] of bands.entries()) {
      if (band < from.band) continue
      const after = band === from.band ? from.after : undefined
      if (band === OTHERS && after === undefined) items.push(...(await this.returns(named)))
      const page = await this.waiting(urgencies, after, named)
      items.push(...page.items)
      if (page.nextCursor) return { items, nextCursor: `${band}.${page.nextCursor}` }
    }
    return { items, nextCursor: null }
  }

  private async waiting(
    urgencies: readonly Urgency[],
    after: string | undefined,
    named: Named,
  ): Promise<Page<TriageView>> {
    const { items, nextCursor } = pageOf(
      await this.store.untriaged(urgencies, after),
      ({ submittedAt, id }) => ({ at: submittedAt, id }),
      (need) => need,
    )
    const filings = await this.store.filings(items.map(({ id }) => id))
    const views = items.map((need) => this.need(need, named, filings.get(need.id)))
    return { items: await Promise.all(views), nextCursor }
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
    const events = await this.store.events(need.id)
    const request = returnRequestView(order, events, named)
    return {
      ...(await this.need(need, named, events[0])),
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

  /** @param filing the event in which it was filed: it tells whose code had been scanned. docs/adr/0090 */
  private async need(need: Need, named: Named, filing: NeedEvent | undefined): Promise<TriageView> {
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
      greenChannel: need.isGreenChannel,
      guesses: guesses.flat(),
      scanned: departmentView(filing?.data.routing?.scannedId ?? null, named),
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

/** A place in the list: in which band, and after which need of it. */
function placeOf(cursor = ''): { band: number; after: string | undefined } {
  const [, band = '0', after = cursor] = /^(\d)\.(.*)$/.exec(cursor) ?? []
  return { band: Number(band), after: after || undefined }
}
