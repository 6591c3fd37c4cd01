import { useState } from 'react'
import { useSaving } from '@/desk/deadlines/use-saving'
import type { RegisteredView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { addRegistered, changeRegistered, registered } from '@/services/register'
import { registerWords } from '@/words-register'
import type { bodyOf } from './household-draft'

/** Saves a household, or a new one; where somebody was faster, what stands now is fetched and shown. */
export function useHouseholdSaving(
  household: RegisteredView | undefined,
  gridId: string,
  onDone: () => void,
) {
  const [current, setCurrent] = useState<RegisteredView | null>(null)
  const { busy, problems, setProblems, save } = useSaving(onDone, registerWords.saved)
  const send = async (body: ReturnType<typeof bodyOf>) => {
    if (!household) return addRegistered({ gridId, ...body })
    const { id, version } = current ?? household
    try {
      return await changeRegistered(id, { version, ...body })
    } catch (thrown) {
      if (asApiError(thrown).code === 'household_changed') setCurrent(await registered(id))
      throw thrown
    }
  }
  return {
    ...{ busy, problems, setProblems, current },
    save: (body: ReturnType<typeof bodyOf>) => void save(() => send(body)),
  }
}
