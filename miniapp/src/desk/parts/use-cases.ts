import { useState } from 'react'
import { useAct } from '@/desk/acts/use-act'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown'
import { tell } from '@/platform/tell'
import type { Paged } from '@/services/api'
import { useSession } from '@/stores/session'

interface CasesOptions<State extends string, Item> {
  /** What is looked at to begin with. */
  first: State
  page: (state: State, cursor: string | null) => Promise<Paged<Item>>
  /** Said when something was done. */
  done: string
}

/**
 * Cases of one state, of which one at a time lies open on a sheet, and what is done with it there: then the sheet closes
 * and the list is read anew; also when somebody was faster, which is said above the list.
 */
export function useCases<State extends string, Item, Open = Item>({
  first,
  page,
  done,
}: CasesOptions<State, Item>) {
  const person = useSession((sessions) => sessions.staff?.person.id ?? null)
  const [state, setState] = useState(first)
  const list = usePages(person && `${person} ${state}`, (cursor) => page(state, cursor))
  useShownAgain(list.reload)
  const [open, setOpen] = useState<Open | null>(null)
  const [conflict, setConflict] = useState<string | null>(null)
  const settle = (what: string | null) => {
    setOpen(null)
    setConflict(what)
    list.reload()
  }
  const acting = useAct<Item>({
    onDone: () => {
      settle(null)
      tell(done)
    },
    onConflict: settle,
  })
  return { state, setState, list, open, setOpen, conflict, settle, acting }
}
