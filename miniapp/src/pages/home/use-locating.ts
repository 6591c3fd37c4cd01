import { useRef, useState } from 'react'
import { isPlace, locatePlace } from '@/parts/locate-place'
import { changeDraft, useDraft } from '@/stores/draft'

/** How long a filing waits for the phone to find itself, in milliseconds: after that a hand is quicker. */
const PATIENCE = 5000

export interface Locating {
  /** The phone is looking, and no place is known yet. */
  finding: boolean
  /** Asks the phone where it is, once, unless the person has chosen a place by hand. */
  find: () => void
  /** When the phone has found itself, or has looked for too long; at once when it is not looking. */
  settled: () => Promise<void>
}

/** The place of the need, asked at the moment of use. */
export function useLocating(): Locating {
  const [finding, setFinding] = useState(false)
  const search = useRef<Promise<void>>(undefined)

  async function look() {
    setFinding(!useDraft.getState().place)
    const found = await locatePlace()
    setFinding(false)
    const isStillOurs = useDraft.getState().place?.from !== 'chosen'
    if (isPlace(found) && isStillOurs) changeDraft({ place: found })
  }

  return {
    finding,
    find: () => {
      if (useDraft.getState().place?.from !== 'chosen') search.current ??= look()
    },
    settled: async () => {
      if (useDraft.getState().place || !search.current) return
      const tooLong = new Promise<void>((over) => setTimeout(over, PATIENCE))
      await Promise.race([search.current, tooLong])
    },
  }
}
