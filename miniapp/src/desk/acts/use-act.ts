import { useState } from 'react'
import { asApiError } from '@/services/api-error'
import { wordsOfError } from '@/words-errors'

export interface ActOptions<T> {
  onDone: (result: T) => void
  /** Somebody was faster: what happened, in words. */
  onConflict: (what: string) => void
}

/** One act under way: busy while it is, its refusal in words, and what another did meanwhile. */
export function useAct<T>({ onDone, onConflict }: ActOptions<T>) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const run = async (act: () => Promise<T>) => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      onDone(await act())
    } catch (thrown) {
      const error = asApiError(thrown)
      if (error.status === 409) onConflict(wordsOfError(error))
      else setProblem(wordsOfError(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, problem, setProblem, run }
}
