import { formatPromise } from '@minsheng/shared'
import { Lines } from '@/parts/lines'
import type { WorkOrderView } from '@/services/api'
import { extendWords } from '@/words-desk'

/** How much more time, why, and until when that is. */
export function ExtensionLines({ extension }: { extension: NonNullable<WorkOrderView['extension']> }) {
  const { workdays, reason, until, note } = extension
  return (
    <Lines
      lines={[
        [extendWords.workdays, extendWords.days(workdays)],
        [extendWords.reason, reason],
        [extendWords.untilLabel, until && formatPromise(new Date(until), new Date())],
        [extendWords.decision, note],
      ]}
    />
  )
}
