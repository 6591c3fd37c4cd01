import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react'
import type { Attached } from '@/stores/attached'
import type { HouseholdView } from '@/services/api'
import { dropFile } from '../store/files'
import { draftsOf, isWritten, sealed } from '../store/grid'
import { readFrom, writeTo } from '../store/shelf'
import { completed, keepNeedOf, newVisit, type VisitDraft } from './visiting'

export interface Drafting {
  /** Null until it is known whether one was left. */
  draft: VisitDraft | null
  change: (next: (draft: VisitDraft) => VisitDraft) => void
  /** It is kept now: the draft has done its work. */
  forget: () => Promise<void>
}

/** What was left of a visit. One that was saved just before the app was killed is brought to its end. */
async function leftOf(household: HouseholdView): Promise<VisitDraft> {
  const stored = await readFrom<VisitDraft>(await draftsOf(), household.id)
  if (!stored) return newVisit(household)
  const left = completed(household, stored)
  if (!(await isWritten(left.id))) return left
  await keepNeedOf(household, left)
  return newVisit(household)
}

/** Puts the sealed twin in the place of one that is still there. */
const withTwin = (draft: VisitDraft, twin: Attached): VisitDraft => ({
  ...draft,
  files: draft.files.map((file) => (file.key === twin.key ? twin : file)),
})

/**
 * Seals photos and recordings as soon as they are there: what was never saved is nobody else's, too.
 *
 * @returns to be called once a draft is stored: drops the open ones of which it names the sealed twin
 */
function useSealing(
  draft: VisitDraft | null,
  setDraft: Dispatch<SetStateAction<VisitDraft | null>>,
  isForgotten: { readonly current: boolean },
) {
  const begun = useRef(new Set<string>())
  const replaced = useRef<Attached[]>([])
  const latest = useRef(draft)
  useEffect(() => {
    latest.current = draft
    const seal = async (file: Attached) => {
      const twin = await sealed(file)
      const isThere = latest.current?.files.some(({ key }) => key === file.key)
      if (isForgotten.current || !isThere) return dropFile(twin)
      replaced.current.push(file)
      setDraft((before) => before && withTwin(before, twin))
    }
    for (const file of draft?.files ?? []) {
      if (file.isSealed || begun.current.has(file.key)) continue
      begun.current.add(file.key)
      void seal(file).catch(() => {}) // no room: saving will say so
    }
  }, [draft, setDraft, isForgotten])
  return useCallback(async ({ files }: VisitDraft) => {
    const isNamed = ({ key }: Attached) => files.some((file) => file.key === key && file.isSealed)
    const past = replaced.current.filter(isNamed)
    replaced.current = replaced.current.filter((file) => !past.includes(file))
    await Promise.all(past.map(dropFile))
  }, [])
}

/** The visit that is being written. It lies on the phone with every change, and is there again after a kill. */
export function useVisitDraft(household: HouseholdView): Drafting {
  const [draft, setDraft] = useState<VisitDraft | null>(null)
  const writing = useRef(Promise.resolve())
  const isForgotten = useRef(false)
  const visited = useRef(household)
  const { id } = household
  const dropReplaced = useSealing(draft, setDraft, isForgotten)

  useEffect(() => {
    void leftOf(visited.current)
      .catch(() => newVisit(visited.current))
      .then(setDraft)
  }, [])

  useEffect(() => {
    if (!draft || isForgotten.current) return
    writing.current = writing.current
      .then(async () => {
        await writeTo(await draftsOf(), id, draft)
        await dropReplaced(draft)
      })
      .catch(() => {}) // no room: saving will say so
  }, [id, draft, dropReplaced])

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
