import { openWorkOrderStates, type WorkOrderState } from '@minsheng/shared'

/** Whether the department still has work with it. */
export const isOpen = ({ state }: { state: WorkOrderState }) =>
  (openWorkOrderStates as readonly WorkOrderState[]).includes(state)
