import { plusDays, shanghaiDate } from '@minsheng/shared'
import type { INestApplicationContext } from '@nestjs/common'
import { Assisting, Extending, Merging, Need, NeedActs, Planning, Supplementing } from '../handling/index.js'
import type { Person } from '../people/index.js'
import type { Tx } from '../platform/database/index.js'
import { Present } from '../platform/present.js'

/** What happens to a need beside the straight way from the queue to the rating. */
export type LifecycleStep =
  | { act: 'ask'; question: string }
  | { act: 'supply' | 'appeal'; text: string }
  | { act: 'plan'; text: string; owner: string; inDays: number }
  | { act: 'assist'; departments: string[]; reason: string }
  | { act: 'extend'; workdays: number; reason: string }
  | { act: 'decideExtension'; isGranted: boolean; note: string }
  /** Into the need with this text. */
  | { act: 'merge'; into: string }

interface Stage {
  needId: string
  orderId: string
  cast: Record<'resident' | 'dispatcher' | 'handler', Person>
  people: { staff: (account: string) => Person; department: (code: string) => string }
}

/** Such a step by the service that does it. */
export function lifecycleAct(
  app: INestApplicationContext,
  step: LifecycleStep,
  { needId, orderId, cast, people }: Stage,
): (tx: Tx) => Promise<unknown> {
  const { resident, dispatcher, handler } = cast
  const supervisor = people.staff('duban')
  switch (step.act) {
    case 'ask':
      return (tx) => app.get(Supplementing).ask(tx, handler, needId, step.question)
    case 'supply':
      return (tx) => app.get(Supplementing).supply(tx, resident, needId, step)
    case 'appeal':
      return (tx) => app.get(NeedActs).appeal(tx, resident, needId, step)
    case 'plan': {
      const { text, owner, inDays } = step
      const publicAt = plusDays(shanghaiDate(app.get(Present).now()), inDays)
      return (tx) => app.get(Planning).plan(tx, supervisor, needId, { text, owner, publicAt })
    }
    case 'assist': {
      const departmentIds = step.departments.map((code) => people.department(code))
      return (tx) => app.get(Assisting).assist(tx, handler, orderId, departmentIds, step.reason)
    }
    case 'extend':
      return (tx) => app.get(Extending).extend(tx, handler, orderId, step)
    case 'decideExtension':
      return (tx) => app.get(Extending).decide(tx, supervisor, orderId, step)
    case 'merge':
      return async (tx) => {
        const { id } = await tx.findOneByOrFail(Need, { text: step.into })
        return app.get(Merging).merge(tx, dispatcher, id, [needId])
      }
  }
}
