import { scanCode } from '@/platform/scan'
import type { EntryView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { entryAt } from '@/services/reference'
import type { Place } from '@/stores/place'
import { sceneIn } from '@/stores/scene'
import { wordsOfError } from '@/words-errors'
import { placeWords } from '@/words-filing'
import { placeIn } from './locate-place'
import type { Problem } from './refused-notice'

/** Where the code hangs; null for a department that looks after the whole district. */
export const placeOfEntry = ({ area, kind, words }: EntryView): Place | null =>
  area && { ...placeIn(area), address: kind === 'door' ? words : null, from: 'chosen' }

/** The place of a code that the person scans; null when the person went back. */
export async function placeByScan(): Promise<Place | Problem | null> {
  const scanned = (await scanCode?.()) ?? 'cancelled'
  if (typeof scanned === 'string') return scanned === 'cancelled' ? null : { words: placeWords.scanFailed }
  const scene = sceneIn(scanned.text)
  if (!scene) return { words: placeWords.scanUnknown }
  try {
    const entry = await entryAt(scene)
    return placeOfEntry(entry) ?? { words: placeWords.scannedOnly(entry.words) }
  } catch (thrown) {
    return { words: wordsOfError(asApiError(thrown)) }
  }
}
