import { Injectable } from '@nestjs/common'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Acting } from './acting.js'
import type { NeedView } from './need.dto.js'
import type { Need } from './need.entity.js'
import { NeedStore } from './need.store.js'
import { NeedViews } from './need.views.js'

/** Runs an act on a need; the answer is what the one who acted may see of it then. */
@Injectable()
export class NeedActing {
  constructor(
    private readonly acting: Acting,
    private readonly views: NeedViews,
    private readonly store: NeedStore,
  ) {}

  run(
    by: Person,
    key: string | undefined,
    request: unknown,
    act: (tx: Tx) => Promise<Need>,
  ): Promise<NeedView> {
    return this.acting.run({ by, key, request }, async (tx) => {
      const need = await act(tx)
      return this.views.view(need, await this.store.events(need.id, tx), by, tx)
    })
  }
}
