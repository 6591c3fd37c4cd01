import { openWorkOrderStates, type WorkOrderState } from '@minsheng/shared'
import type { WorkOrderView } from '@/services/api'

/** Whether the department still has work with it. */
export const isOpen = ({ state }: { state: WorkOrderState }) =>
  (openWorkOrderStates as readonly WorkOrderState[]).includes(state)

/** The orders of those who assist and have not answered yet. */
export const openAssists = ({ others }: Pick<WorkOrderView, 'others'>) =>
  others.filter((other) => other.role === 'assist' && isOpen(other))
