import { useRef, useState } from 'react'
import { needTextMax } from '@minsheng/shared'
import { isOnline } from '@/platform/network'
import { tell } from '@/platform/tell'
import { go } from '@/routes'
import { asApiError } from '@/services/api-error'
import { changeDraft, clearDraft, draftToSend, useDraft } from '@/stores/draft'
import { fileNeed } from '@/stores/outgoing-queue'
import { useSession } from '@/stores/session'
import { ensureResident } from '@/stores/sign-in'
import { wordsOfError } from '@/words-errors'
import { homeWords } from '@/words-filing'
import { signInWords } from '@/words-me'

export interface Filing {
  /** @param sameAs 我也遇到: the look-alike that it joins */
  submit: (sameAs?: string) => Promise<void>
  isBusy: boolean
  /** A place was chosen: goes on with the filing when that is what it waited for. */
  placeChosen: () => void
  /** The place was not chosen: the filing waits no longer. */
  placeLeft: () => void
}

const refuse = (code: string, title: string, field: string) =>
  changeDraft({ refusal: { code, title, field } })

/** What is wrong with the draft before it leaves the phone, said at the field. */
function isReady(): boolean {
  const { text, attachments } = useDraft.getState()
  const hasVoice = attachments.some(({ kind }) => kind === 'voice')
  if (!text.trim() && !hasVoice) return (refuse('empty', homeWords.emptyText, 'text'), false)
  if (text.length > needTextMax) return (refuse('long', homeWords.tooLong(needTextMax), 'text'), false)
  changeDraft({ refusal: null })
  return true
}

/**
 * One tap: what is missing is asked for on the way, and the filing goes on by itself.
 * @param placeSettled resolves when the phone no longer looks for its place
 */
export function useFiling(placeSettled: () => Promise<void>, askForPlace: () => void): Filing {
  const [isBusy, setBusy] = useState(false)
  const waitsForPlace = useRef(false)

  async function send(sameAs?: string) {
    const canSignIn = useSession.getState().resident || (await isOnline())
    if (canSignIn) await ensureResident()
    const need = draftToSend(sameAs)
    const sending = fileNeed(need)
    changeDraft({ sentAs: need.key })
    const outcome = await sending
    if (outcome.kind === 'refused') {
      const { code, title, fields } = outcome.error
      const field = fields[0]
      return changeDraft({
        sentAs: null,
        refusal: { code, title: field?.message ?? title, field: field?.field ?? null },
      })
    }
    clearDraft()
    if (outcome.kind === 'delivered') return go.receipt(outcome.need.id)
    return tell(homeWords.queued[outcome.waitsFor ?? 'signal'])
  }

  async function submit(sameAs?: string) {
    if (isBusy || !isReady()) return
    setBusy(true)
    try {
      await placeSettled()
      waitsForPlace.current = !useDraft.getState().place
      if (waitsForPlace.current) askForPlace()
      else await send(sameAs)
    } catch (thrown) {
      const error = asApiError(thrown)
      const title = error.code === 'sign_in_cancelled' ? signInWords.cancelled : wordsOfError(error)
      changeDraft({ refusal: { code: error.code, title, field: null } })
    } finally {
      setBusy(false)
    }
  }

  return {
    submit,
    isBusy,
    placeChosen: () => {
      if (waitsForPlace.current) void submit()
    },
    placeLeft: () => {
      waitsForPlace.current = false
    },
  }
}
