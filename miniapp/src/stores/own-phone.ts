import type { PersonView } from '@/services/api'
import { refresh } from '@/services/http'
import { useSession } from './session'

/**
 * Keeps who one is after a phone was bound. Another resident than before, when the phone was known already: then the
 * tokens are traded at once, the new ones are that resident's.
 */
export async function keepBound(person: PersonView): Promise<void> {
  const { resident } = useSession.getState()
  if (!resident) return
  if (person.id === resident.person.id) useSession.setState({ resident: { ...resident, person } })
  else await refresh('resident')
}
