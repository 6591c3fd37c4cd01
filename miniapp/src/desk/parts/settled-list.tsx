import { type ReactNode, useState } from 'react'
import { useAct } from '@/desk/acts/use-act'
import styles from '@/desk/parts/desk.module.scss'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown'
import { Listing } from '@/parts/listing'
import { tell } from '@/platform/tell'
import type { Paged } from '@/services/api'
import { useSession } from '@/stores/session'
import { Blank, Notice } from '@/ui'

interface SettledListProps<Item> {
  page: (cursor: string | null) => Promise<Paged<Item>>
  empty: { title: string; words: string }
  /** @param settle does it, and takes the item off the list when it is done */
  render: (item: Item, settle: (act: () => Promise<void>, said: string) => void, busy: boolean) => ReactNode
}

/** What waits for one decision each: settled, it is gone from here. */
export function SettledList<Item extends { id: string }>({ page, empty, render }: SettledListProps<Item>) {
  const person = useSession((sessions) => sessions.staff?.person.id ?? null)
  const list = usePages(person, page)
  useShownAgain(list.reload)
  const [settled, setSettled] = useState<string[]>([])
  const [conflict, setConflict] = useState<string | null>(null)
  const act = useAct<{ id: string; said: string }>({
    onDone: ({ id, said }) => {
      setConflict(null)
      setSettled((all) => [...all, id])
      tell(said)
    },
    onConflict: (what) => {
      setConflict(what)
      list.reload()
    },
  })
  const settleOf = (id: string) => (doing: () => Promise<void>, said: string) =>
    void act.run(async () => {
      await doing()
      return { id, said }
    })

  const waiting = list.items?.filter(({ id }) => !settled.includes(id))
  const problem = conflict ?? act.problem
  return (
    <>
      {problem && <Notice tone="amber">{problem}</Notice>}
      <Listing
        pages={list}
        items={waiting}
        className={styles.cards}
        empty={
          <Blank icon="check" title={empty.title}>
            {empty.words}
          </Blank>
        }
      >
        {(item) => render(item, settleOf(item.id), act.busy)}
      </Listing>
    </>
  )
}
