import { useState } from 'react'
import { useLoad } from '@tarojs/taro'
import { placeOfEntry } from '@/parts/place-by-scan'
import { asApiError } from '@/services/api-error'
import { entryAt } from '@/services/reference'
import { changeDraft } from '@/stores/draft'
import { sceneOf } from '@/stores/scene'
import { wordsOfError } from '@/words-errors'
import { placeWords } from '@/words-filing'

/** Opened by a code on a door, in a hall or at a department: fills the place in. @returns what to say about it */
export function useEntry(): string | null {
  const [said, setSaid] = useState<string | null>(null)
  useLoad((params: { scene?: string; q?: string }) => {
    const scene = sceneOf(params)
    // One that was scanned another day says nothing about today.
    changeDraft({ scene: null })
    if (!scene) return
    entryAt(scene)
      .then((entry) => {
        const place = placeOfEntry(entry)
        changeDraft({ ...(place && { place }), scene: entry.departmentId && scene })
        setSaid(place ? placeWords.scanned(entry.words) : placeWords.scannedOnly(entry.words))
      })
      .catch((thrown: unknown) => setSaid(wordsOfError(asApiError(thrown))))
  })
  return said
}
