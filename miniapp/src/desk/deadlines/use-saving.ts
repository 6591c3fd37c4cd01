import { useState } from 'react'
import { tell } from '@/platform/tell'
import { asApiError } from '@/services/api-error'
import { wordsOfError } from '@/words-errors'
import { deadlineWords } from '@/words-deadlines'

/**
 * One thing being saved; all that is wrong with it in words, when it is refused.
 * @param said when it is saved
 */
export function useSaving(onSaved: () => void, said: string = deadlineWords.saved) {
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  const save = async (saving: () => Promise<unknown>) => {
    if (busy) return
    setBusy(true)
    setProblems([])
    try {
      await saving()
      tell(said)
      onSaved()
    } catch (thrown) {
      const error = asApiError(thrown)
      const said = error.fields.map(({ message }) => message)
      setProblems(said.length > 0 ? said : [wordsOfError(error)])
    } finally {
      setBusy(false)
    }
  }
  return { busy, problems, setProblems, save }
}
