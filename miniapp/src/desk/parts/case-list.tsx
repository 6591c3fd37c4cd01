import type { ReactElement } from 'react'
import styles from '@/desk/parts/desk.module.scss'
import type { Pages } from '@/hooks/use-pages'
import { Listing } from '@/parts/listing'
import { Blank, Notice, Segmented } from '@/ui'

interface CaseListProps<State extends string, Item> {
  cases: {
    state: State
    setState: (state: State) => void
    list: Pages<Item>
    conflict: string | null
  }
  /** In the order of their tabs. */
  states: readonly State[]
  words: {
    states: Readonly<Record<State, string>>
    statesLabel: string
    emptyTitle: Readonly<Record<State, string>>
    empty: string
  }
  /** Why something could not be done on the list itself. */
  problem?: string | null
  children: (item: Item) => ReactElement
}

/** The cases of `useCases` as cards, by state. */
export function CaseList<State extends string, Item>({
  cases: { state, setState, list, conflict },
  states,
  words,
  problem,
  children,
}: CaseListProps<State, Item>) {
  const options = states.map((value) => ({ value, words: words.states[value] }))
  return (
    <>
      <Segmented label={words.statesLabel} options={options} value={state} onChange={setState} />
      {conflict && <Notice tone="amber">{conflict}</Notice>}
      {problem && <Notice tone="amber">{problem}</Notice>}
      <Listing
        pages={list}
        className={styles.cards}
        empty={
          <Blank icon="check" title={words.emptyTitle[state]}>
            {words.empty}
          </Blank>
        }
      >
        {children}
      </Listing>
    </>
  )
}
