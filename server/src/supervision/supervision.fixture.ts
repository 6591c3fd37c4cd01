import type { TestApp } from '../../test/app.fixture.js'
import { type FiledNeed, get, must } from '../handling/a-need.fixture.js'
import { Staff } from '../people/index.js'
import { actLane, inOrder, Notice, Outbox, Relay, toDeliver } from '../messages/index.js'
import { insertRows, UnitOfWork } from '../platform/database/index.js'
import type { SupervisionPage, SupervisionSummary } from './supervision-order.dto.js'
import { SupervisionOrder } from './supervision-order.entity.js'

/** Posts to the outbox what the engine of the clocks, or an act, would post; and has it followed. */
export async function hears(
  server: TestApp,
  need: FiledNeed,
  topic: string,
  payload: Outbox['payload'],
  times = 1,
): Promise<void> {
  const at = server.present.now()
  const rows = Array.from({ length: times }, () =>
    toDeliver({ needId: need.id, lane: actLane, topic, payload }, at),
  )
  // The application's own: on SQLite two would mix.
  await server.app.get(UnitOfWork).run((tx) => insertRows(tx, Outbox, inOrder(rows)))
  await server.app.get(Relay).drain()
}

/** A limit of the need's newest order comes to a stage. */
export async function reaches(
  server: TestApp,
  need: FiledNeed,
  stage: 'yellow' | 'red' | 'twice' | 'thrice',
  kind = 'answer',
): Promise<void> {
  const order = (await need.orders()).at(-1)
  const payload = { kind, workOrderId: order?.id ?? null, departmentId: order?.departmentId ?? null }
  await hears(server, need, `clock.${stage}`, payload)
}

/** The supervision orders of a need, the oldest first. */
export const ordersOf = (server: TestApp, need: FiledNeed): Promise<SupervisionOrder[]> =>
  server.unitOfWork.reader.find(SupervisionOrder, { where: { needId: need.id }, order: { number: 'ASC' } })

/** What somebody sees of the supervision orders of a need. */
export async function listed(
  server: TestApp,
  who: string,
  need: FiledNeed,
  query = '',
): Promise<SupervisionSummary[]> {
  const { items } = must(await get<SupervisionPage>(server, who, `/supervision-orders?${query}`))
  return items.filter(({ receiptNo }) => receiptNo === need.filed.receiptNo)
}

/** What a staff member was told about a need, the oldest first. */
export async function noticesOf(server: TestApp, account: string, need: FiledNeed): Promise<string[]> {
  const { reader } = server.unitOfWork
  const { id: personId } = await reader.findOneByOrFail(Staff, { account })
  const notices = await reader.find(Notice, {
    where: { personId, needId: need.id },
    order: { at: 'ASC', id: 'ASC' },
  })
  return notices.map(({ words }) => words)
}
