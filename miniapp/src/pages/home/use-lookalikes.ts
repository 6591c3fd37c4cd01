import { useEffect, useState } from 'react'
import type { LookalikeView } from '@/services/api'
import { lookalikesOf } from '@/services/lookalikes'
import { useDraft } from '@/stores/draft'
import { bodyOfPlace } from '@/stores/place'
import { useSession } from '@/stores/session'

/** Asked when nobody has written for so long, in milliseconds. */
const PAUSE = 1200
/** Fewer characters say nothing that could be compared. */
const SHORTEST = 6

/**
 * What neighbours have filed about what is being written here. Nobody waits for it: while it is asked, late, refused
 * or without signal there is just nothing to see.
 */
export function useLookalikes(): LookalikeView[] {
  const text = useDraft((draft) => draft.text.trim())
  const place = useDraft((draft) => draft.place)
  const isKnown = useSession((sessions) => sessions.resident !== null)
  const question = isKnown && place && text.length >= SHORTEST ? { text, ...bodyOfPlace(place) } : null
  const key = question && JSON.stringify(question)
  const [found, setFound] = useState<{ key: string | null; items: LookalikeView[] }>({ key: null, items: [] })

  useEffect(() => {
    if (!question) return undefined
    let isLate = false
    const timer = setTimeout(() => {
      lookalikesOf(question)
        .then((items) => isLate || setFound({ key, items }))
        .catch(() => undefined)
    }, PAUSE)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
    // The key is the question.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])

  // What was found for half a sentence stays while the other half is being written.
  return question ? found.items : []
}
