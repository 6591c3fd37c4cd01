import { allowedActs, isOverdue, supervisionActs } from '@minsheng/shared'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { deskEvents, type Named, NeedViews } from '../handling/index.js'
import { type Person, StaffDirectory } from '../people/index.js'
import { Areas } from '../places/index.js'
import { type Page, UnitOfWork } from '../platform/database/index.js'
import { Present } from '../platform/present.js'
import type {
  ListedSupervision,
  SupervisionQuery,
  SupervisionSummary,
  SupervisionView,
} from './supervision-order.dto.js'
import type { SupervisionOrder } from './supervision-order.entity.js'
import {
  maySeeSupervision,
  seesAllSupervision,
  supervisionCapacities,
  supervisionOrderNotFound,
} from './supervision-order.service.js'
import { SupervisionOrderStore } from './supervision-order.store.js'
import { Subjects } from './subjects.js'
import { wholeDistrict } from './words.js'

interface Context {
  named: Named
  area: (id: string) => string
}

/** Supervision orders as the desk sees them, and as everybody does. */
@Injectable()
export class SupervisionOrderViews {
  constructor(
    private readonly orders: SupervisionOrderStore,
    private readonly subjects: Subjects,
    private readonly needs: NeedViews,
    private readonly areas: Areas,
    private readonly directory: StaffDirectory,
    private readonly unitOfWork: UnitOfWork,
    private readonly present: Present,
  ) {}

  async page(by: Person, query: SupervisionQuery): Promise<Page<SupervisionSummary>> {
    const context = await this.context()
    const filter = {
      state: query.state ?? 'issued',
      // Whoever belongs to no department and sees not all of them sees none.
      departmentId: seesAllSupervision(by) ? query.departmentId : (by.departmentId ?? 'none'),
      level: query.level,
      notAccusing: by.departmentId,
      dueUntil: query.overdue ? this.present.now() : undefined,
    }
    const page = await this.orders.page(filter, query.cursor, (order) => this.summary(order, context))
    return { ...page, items: await Promise.all(page.items) }
  }

  async listed(cursor: string | undefined): Promise<Page<ListedSupervision>> {
    const context = await this.context()
    return this.orders.listed(cursor, (order) => this.listing(order, context))
  }

  /** @throws Problem 404 for an order of another department */
  async one(by: Person, id: string): Promise<SupervisionView> {
    const order = await this.orders.byId(id)
    if (!order || !maySeeSupervision(by, order)) throw supervisionOrderNotFound()
    return this.view(by, order)
  }

  /** @param manager the open transaction, when the order was just changed in it */
  async view(
    by: Person,
    order: SupervisionOrder,
    manager: EntityManager = this.unitOfWork.reader,
  ): Promise<SupervisionView> {
    const context = await this.context()
    const events = await this.subjects.events(manager, order)
    // The page says already which order it is, and whose.
    const own = events
      .filter(({ data }) => data.supervisionNo === order.number)
      .map((event) => ({ ...event, data: event.data.text ? { text: event.data.text } : {} }))
    return {
      ...(await this.summary(order, context)),
      demand: order.demand,
      dueProvisional: order.isDueProvisional,
      feedback: order.feedback,
      conclusion: order.conclusion,
      events: await deskEvents(own, context.named, new Map(), manager),
      allowedActs: allowedActs(supervisionActs, order.state, supervisionCapacities(by, order)),
    }
  }

  private async summary(order: SupervisionOrder, context: Context): Promise<SupervisionSummary> {
    const { number, receiptNo, title, workOrderId, issuedById, complaintId } = order
    const about = complaintId === null ? ('need' as const) : ('complaint' as const)
    const issuerName = issuedById && (await this.directory.nameOf(issuedById))
    return { ...this.listing(order, context), about, number, receiptNo, title, workOrderId, issuerName }
  }

  private listing(order: SupervisionOrder, { named, area }: Context): ListedSupervision {
    const { id, level, cause, state, departmentId, issuedAt, dueAt, settledAt } = order
    const placeId = order.communityId ?? order.streetId
    return {
      id,
      level,
      cause,
      state,
      departmentName: departmentId && named.department(departmentId),
      categoryName: order.categoryId && named.category(order.categoryId),
      areaName: placeId === null ? wholeDistrict : area(placeId),
      issuedAt: issuedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      isOverdue: state === 'issued' && isOverdue(dueAt, this.present.now()),
      settledAt: settledAt?.toISOString() ?? null,
    }
  }

  private async context(): Promise<Context> {
    const [named, areas] = await Promise.all([this.needs.names(), this.areas.known()])
    return { named, area: (id) => areas.get(id)?.name ?? '' }
  }
}
