import { useState } from 'react'
import { tell } from '@/platform/tell'
import { asApiError } from '@/services/api-error'
import { wordsOfError } from '@/words-errors'
import { householdWords, syncWords } from '@/words-grid'

export interface Keeping {
  busy: boolean
  /** Why nothing was kept. */
  problem: string | null
  setProblem: (words: string | null) => void
  /** Keeps, says so, and goes on; the form stays as it is when there is no room. */
  keep: (act: () => Promise<void>, then: () => void) => Promise<void>
}

/** Saving on the phone: done when it lies there, whether there is signal or not. */
export function useKeeping(): Keeping {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const keep = async (act: () => Promise<void>, then: () => void) => {
    setBusy(true)
    setProblem(null)
    try {
      await act()
      tell(householdWords.kept)
      then()
    } catch (thrown) {
      const error = asApiError(thrown)
      setProblem(error.code === 'unexpected' ? syncWords.notKept : wordsOfError(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, setProblem, keep }
}
