import { Injectable } from '@nestjs/common'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Acting } from './acting.js'
import type { WorkOrderView } from './work-order.dto.js'
import type { WorkOrder } from './work-order.entity.js'
import { WorkOrderViews } from './work-order.views.js'

/** Runs an act on an order; the answer is what the desk sees of it then. */
@Injectable()
export class WorkOrderActing {
  constructor(
    private readonly acting: Acting,
    private readonly views: WorkOrderViews,
  ) {}

  run(
    by: Person,
    key: string | undefined,
    request: unknown,
    act: (tx: Tx) => Promise<WorkOrder>,
  ): Promise<WorkOrderView> {
    return this.acting.run({ by, key, request }, async (tx) => this.views.view(by, await act(tx), tx))
  }
}
