import { formatPromise } from '@minsheng/shared'
import { workOrderAct } from '@/services/work-orders'
import { actWords, extendWords } from '@/words-desk'
import { ChosenForm } from './chosen-form'
import type { FormProps } from './form-props'

/** So many workdays to choose from. */
export const workdayOptions = (most: number) =>
  Array.from({ length: most }, (_, index) => ({
    value: String(index + 1),
    words: extendWords.days(index + 1),
  }))

/** More time, once: how much, until when that would be, and why. */
export function ExtendForm({ order, run, busy }: FormProps) {
  const until = (chosen: string) => {
    const due = order.extensionDues[Number(chosen) - 1]
    return due ? extendWords.until(formatPromise(new Date(due), new Date())) : null
  }
  return (
    <ChosenForm
      choice={extendWords.workdays}
      options={workdayOptions(order.extensionDues.length)}
      initial="3"
      follows={until}
      label={actWords.reason}
      hint={extendWords.reasonHint}
      send={actWords.extend}
      min={5}
      busy={busy}
      onSend={(days, reason) =>
        void run(() => workOrderAct.extend(order.id, { workdays: Number(days), reason }))
      }
    />
  )
}
