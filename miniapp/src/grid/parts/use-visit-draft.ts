import { useEffect, useRef, useState } from 'react'
import type { HouseholdView } from '@/services/api'
import { draftsOf, isWritten } from '../store/grid'
import { readFrom, writeTo } from '../store/shelf'
import { keepNeedOf, newVisit, type VisitDraft } from './visiting'

export interface Drafting {
  /** Null until it is known whether one was left. */
  draft: VisitDraft | null
  change: (next: (draft: VisitDraft) => VisitDraft) => void
  /** It is kept now: the draft has done its work. */
  forget: () => Promise<void>
}

/** What was left of a visit. One that was saved just before the app was killed is brought to its end. */
async function leftOf(household: HouseholdView): Promise<VisitDraft> {
  const left = await readFrom<VisitDraft>(await draftsOf(), household.id)
  if (!left) return newVisit(household)
  if (!(await isWritten(left.id))) return left
  await keepNeedOf(household, left)
  return newVisit(household)
}

/** The visit that is being written. It lies on the phone with every change, and is there again after a kill. */
export function useVisitDraft(household: HouseholdView): Drafting {
  const [draft, setDraft] = useState<VisitDraft | null>(null)
  const writing = useRef(Promise.resolve())
  const isForgotten = useRef(false)
  const visited = useRef(household)
  const { id } = household

  useEffect(() => {
    void leftOf(visited.current)
      .catch(() => newVisit(visited.current))
      .then(setDraft)
  }, [])

  useEffect(() => {
    if (!draft || isForgotten.current) return
    writing.current = writing.current.then(async () => writeTo(await draftsOf(), id, draft)).catch(() => {}) // no room: saving will say so
  }, [id, draft])

  return {
    draft,
    change: (next) => setDraft((before) => before && next(before)),
    async forget() {
      isForgotten.current = true
      await writing.current
      await (await draftsOf()).remove(id)
    },
  }
}
