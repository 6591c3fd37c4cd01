import { Injectable } from '@nestjs/common'
import { RoutingViews } from '../routing/index.js'
import { needNotFound } from './loading.js'
import type { NeedEvent } from './need-event.entity.js'
import { NeedStore } from './need.store.js'
import { departmentView, NeedViews } from './need.views.js'
import { type WhyAct, whyActs, type WhyStep, type WhyView } from './why.dto.js'
import type { Named } from './words.js'

/** Why a need is where it is, as its events say: what was known then, whatever the rules are now. */
@Injectable()
export class WhyViews {
  constructor(
    private readonly store: NeedStore,
    private readonly needs: NeedViews,
    private readonly routing: RoutingViews,
  ) {}

  /** @throws Problem 404 */
  async of(needId: string): Promise<WhyView> {
    const need = await this.store.byId(needId)
    if (!need) throw needNotFound()
    const named = await this.needs.names()
    const events = await this.store.events(needId)
    const steps = events.flatMap((event) => (isStep(event) ? [this.step(event, event.act, named)] : []))
    return {
      department: departmentView(need.departmentId, named),
      limit: events.findLast(({ data }) => data.limit)?.data.limit ?? null,
      steps: await Promise.all(steps),
    }
  }

  private async step({ at, data }: NeedEvent, act: WhyAct, named: Named): Promise<WhyStep> {
    return {
      at: at.toISOString(),
      act,
      department: departmentView(data.departmentId ?? null, named),
      routing: data.routing ? await this.routing.of(data.routing) : null,
    }
  }
}

/** What the system dispatches follows from the step before it. */
const isStep = (event: NeedEvent): event is NeedEvent & { act: WhyAct } =>
  (whyActs as readonly string[]).includes(event.act) &&
  event.data.role === undefined &&
  (event.data.routing !== undefined || (event.act === 'dispatch' && event.actorKind === 'staff'))
