import { useRef, useState } from 'react'
import { useShareAppMessage } from '@tarojs/taro'
import { checkReceiptNo } from '@minsheng/shared'
import { NeedTimeline, PromiseCard } from '@/parts/need-progress'
import { StateStep } from '@/parts/state-step'
import { shareCard } from '@/platform/share-card'
import type { ProgressView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { progressOf } from '@/services/needs'
import { Button, Card, Field, Notice, Page } from '@/ui'
import { lookupWords, wordsOfError } from '@/words'

type Wrong = { field: 'number' | 'tail'; words: string }

/** Progress without sign-in: the receipt number and the last four digits of the phone. */
export default function Lookup() {
  const number = useRef('')
  const tail = useRef('')
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<ProgressView | null>(null)

  useShareAppMessage(() => shareCard('/pages/home/index'))

  const look = async () => {
    const check = checkReceiptNo(number.current)
    if (!check.ok) return setWrong({ field: 'number', words: lookupWords[check.reason] })
    if (!/^\d{4}$/.test(tail.current)) return setWrong({ field: 'tail', words: lookupWords.tailWrong })
    setWrong(null)
    setProblem(null)
    setBusy(true)
    try {
      setFound(await progressOf(check.receiptNo, tail.current))
    } catch (thrown) {
      setFound(null)
      setProblem(wordsOfError(asApiError(thrown)))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Page title={lookupWords.title}>
      <Card>
        <Field
          label={lookupWords.number}
          placeholder={lookupWords.numberHint}
          hint={lookupWords.hint}
          maxLength={40}
          onText={(text) => (number.current = text)}
          error={wrong?.field === 'number' ? wrong.words : null}
        />
        <Field
          label={lookupWords.tail}
          kind="digits"
          maxLength={4}
          onText={(text) => (tail.current = text.trim())}
          onConfirm={() => void look()}
          error={wrong?.field === 'tail' ? wrong.words : null}
        />
        {problem && <Notice tone="amber">{problem}</Notice>}
        <Button onPress={() => void look()} busy={busy && lookupWords.busy}>
          {lookupWords.ask}
        </Button>
      </Card>
      {found && (
        <>
          <PromiseCard need={found} />
          <StateStep state={found.state} />
          <NeedTimeline need={found} />
        </>
      )}
    </Page>
  )
}
