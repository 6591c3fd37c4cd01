import type { NeedSummary, NeedView, Paged, WorkOrderView } from './api'
import { ask } from './http'
import { mergeNeeds, needGroups } from './supervision'
import { getWorkOrder, workOrders } from './work-orders'

const realm = 'staff'

/** A need that another one can follow, as far as one has to see of it to choose it. */
export interface Master {
  id: string
  receiptNo: string
  title: string
}

/** The needs that follow a master, the oldest first. */
export const followersOf = (masterId: string, cursor: string | null) =>
  ask<Paged<NeedSummary>>({ path: `/needs/${masterId}/merged`, query: { cursor }, realm })

export const splitNeed = (needId: string) =>
  ask<NeedView>({ path: `/needs/${needId}/acts/split`, method: 'POST', body: {}, realm })

/** An order after its need was merged. */
export async function mergedOrder({ id, needId }: WorkOrderView, masterId: string): Promise<WorkOrderView> {
  await mergeNeeds(masterId, [needId])
  return getWorkOrder(id)
}

/** The others of the group that a need is in, the suggested master first. */
export async function suggestedMasters(needId: string): Promise<Master[]> {
  const { items } = await needGroups(null)
  const group = items.find(({ members }) => members.some(({ id }) => id === needId))
  const others = group?.members.filter(({ id }) => id !== needId) ?? []
  return [...others].sort((a, b) => Number(b.id === group?.masterId) - Number(a.id === group?.masterId))
}

/** Needs with an order whose receipt number begins so, each once, without this one. */
export async function mastersByReceiptNo(q: string, needId: string): Promise<Master[]> {
  const { items } = await workOrders({ q }, null)
  const masters = new Map(items.map((order) => [order.needId, { ...order, id: order.needId }]))
  masters.delete(needId)
  return [...masters.values()]
}
