import { useState } from 'react'
import type { RatingLevel } from '@minsheng/shared'
import type { NeedView, RatingView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { rateNeed } from '@/services/needs'
import { wordsOfError } from '@/words-errors'

/** A tap on a face stores it; then one may say more. A bad one begins a new round, and the saying goes on. */
export function useRating(needId: string, onRated: (need: NeedView) => void) {
  const [given, setGiven] = useState<RatingView | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const rate = async (level: RatingLevel) => {
    setProblem(null)
    try {
      const need = await rateNeed(needId, { level })
      setGiven(need.rating ?? { level, solved: null, aspects: {}, tags: [], words: null })
      onRated(need)
    } catch (thrown) {
      setProblem(wordsOfError(asApiError(thrown)))
    }
  }
  return { given, problem, rate, add: setGiven, close: () => setGiven(null) }
}
