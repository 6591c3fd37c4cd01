import { useRef, useState } from 'react'
import { useShareAppMessage } from '@tarojs/taro'
import { checkReceiptNo } from '@minsheng/shared'
import { NeedTimeline, PromiseCard } from '@/parts/need-progress'
import { SignInSheet } from '@/parts/sign-in-sheet'
import { StateStep } from '@/parts/state-step'
import { shareCard } from '@/platform/share-card'
import { go } from '@/routes'
import type { ProgressView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { claimNeed, progressOf } from '@/services/needs'
import { ensureResident } from '@/stores/sign-in'
import { Button, Card, Field, Notice, Page, Segmented } from '@/ui'
import { wordsOfError } from '@/words-errors'
import { signInWords } from '@/words-me'
import { lookupWords } from '@/words-need'

/** By the phone one sees; by the code of a grid worker's card the need becomes one's own. */
type Way = 'phone' | 'card'

const ways = [
  { value: 'phone', words: lookupWords.byPhone },
  { value: 'card', words: lookupWords.byCard },
] as const
const secrets: Record<Way, { pattern: RegExp; length: number }> = {
  phone: { pattern: /^\d{4}$/, length: 4 },
  card: { pattern: /^\d{10}$/, length: 10 },
}

type Wrong = { field: 'number' | 'secret'; words: string }

async function takeByCard(receiptNo: string, code: string) {
  await ensureResident()
  const { needId } = await claimNeed({ receiptNo, code })
  await go.need(needId)
}

/** Progress without sign-in, by the receipt number and the last four digits of the phone; or the card that was left. */
export default function Lookup() {
  const number = useRef('')
  const secret = useRef('')
  const [way, setWay] = useState<Way>('phone')
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<ProgressView | null>(null)

  useShareAppMessage(() => shareCard('/pages/home/index'))

  const change = (next: Way) => {
    secret.current = ''
    setWay(next)
    setWrong(null)
    setProblem(null)
    setFound(null)
  }

  const look = async () => {
    const check = checkReceiptNo(number.current)
    if (!check.ok) return setWrong({ field: 'number', words: lookupWords[check.reason] })
    if (!secrets[way].pattern.test(secret.current))
      return setWrong({ field: 'secret', words: lookupWords.secretWrong[way] })
    setWrong(null)
    setProblem(null)
    setBusy(true)
    try {
      if (way === 'phone') setFound(await progressOf(check.receiptNo, secret.current))
      else await takeByCard(check.receiptNo, secret.current)
    } catch (thrown) {
      const error = asApiError(thrown)
      setFound(null)
      setProblem(error.code === 'sign_in_cancelled' ? signInWords.cancelled : wordsOfError(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Page title={lookupWords.title} overlay={<SignInSheet />}>
      <Segmented label={lookupWords.ways} options={ways} value={way} onChange={change} />
      <Card>
        <Field
          isNumber
          label={lookupWords.number}
          placeholder={lookupWords.numberHint}
          hint={lookupWords.hint[way]}
          maxLength={40}
          onText={(text) => (number.current = text)}
          error={wrong?.field === 'number' ? wrong.words : null}
        />
        <Field
          key={way}
          label={lookupWords.secret[way]}
          kind="digits"
          maxLength={secrets[way].length}
          onText={(text) => (secret.current = text.trim())}
          onConfirm={() => void look()}
          error={wrong?.field === 'secret' ? wrong.words : null}
        />
        {problem && <Notice tone="amber">{problem}</Notice>}
        <Button onPress={() => void look()} busy={busy && lookupWords.busy}>
          {lookupWords.ask[way]}
        </Button>
      </Card>
      {found && (
        <>
          <PromiseCard need={found} />
          <StateStep state={found.state} isTooLate={found.isTooLate} />
          <NeedTimeline need={found} />
        </>
      )}
    </Page>
  )
}
