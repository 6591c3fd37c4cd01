import type { ComplaintCase, WorkOrderView } from '@/services/api'

/** Does one act and shows how it went. */
export type Run = (act: () => Promise<WorkOrderView>) => Promise<void>

export interface FormProps {
  order: WorkOrderView
  run: Run
  busy: boolean
}

/** The same for a complaint. */
export interface ComplaintFormProps {
  item: ComplaintCase
  run: (act: () => Promise<ComplaintCase>) => Promise<void>
  busy: boolean
}
