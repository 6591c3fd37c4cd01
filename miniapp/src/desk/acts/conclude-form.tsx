import { formatMoment } from '@minsheng/shared'
import { orderNeedAct } from '@/services/work-orders'
import { Notice } from '@/ui'
import { concludeWords } from '@/words-desk'
import type { FormProps } from './form-props'
import { WordsForm } from './words-form'

/** One of two signatures under what stays bad after two reworks. */
export function ConcludeForm({ order, run, busy }: FormProps) {
  const { signature } = order
  return (
    <>
      {signature ? (
        <Notice
          title={concludeWords.signed(signature.byName, formatMoment(new Date(signature.at), new Date()))}
        >
          {signature.reason}
        </Notice>
      ) : (
        <Notice>{concludeWords.hint}</Notice>
      )}
      <WordsForm
        label={concludeWords.reason}
        send={signature ? concludeWords.second : concludeWords.first}
        min={10}
        busy={busy}
        onSend={(reason) => void run(() => orderNeedAct.conclude(order, { reason }))}
      />
    </>
  )
}
