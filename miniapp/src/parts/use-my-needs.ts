import { useEffect, useRef } from 'react'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown'
import { myNeeds } from '@/services/needs'
import { useOutgoing } from '@/stores/outgoing-queue'
import { useSession } from '@/stores/session'

/** My needs, asked for anew when the page is seen again and when one has gone out from this phone. */
export function useMyNeeds() {
  const person = useSession((sessions) => sessions.resident?.person.id ?? null)
  const outgoing = useOutgoing(({ items }) => items)
  const needs = usePages(person, myNeeds)
  const { reload } = needs
  useShownAgain(reload)

  const count = useRef(outgoing.length)
  useEffect(() => {
    if (outgoing.length < count.current) reload()
    count.current = outgoing.length
  }, [outgoing.length, reload])
  return { person, outgoing, needs }
}
