import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { Pages } from '@/hooks/use-pages'
import { usePortions } from '@/hooks/use-portions'
import { Failed, Skeleton } from '@/ui'
import { words } from '@/words'
import styles from './listing.module.scss'
import { More } from './more'

interface ListingProps<Item> {
  pages: Pages<Item>
  /** What is left of the items, where some have just been settled. */
  items?: Item[] | null | undefined
  /** What is shown, and offered, when there is nothing. */
  empty: ReactNode
  /** Shapes while it is loading. */
  cards?: number
  className?: string | undefined
  /** Cards beside each other where there is room. */
  inColumns?: boolean
  children: (item: Item) => ReactNode
}

/** A list that is paged by key, in all its states: on its way, failed, empty, there, with more to come. */
export function Listing<Item>({
  pages,
  items = pages.items,
  empty,
  cards,
  inColumns,
  className = inColumns ? styles.columns : undefined,
  children,
}: ListingProps<Item>) {
  if (!items)
    return pages.error ? (
      <Failed error={pages.error} onRetry={pages.reload} />
    ) : (
      <Skeleton label={words.loading} cards={cards} />
    )
  return (
    <Items pages={pages} items={items} empty={empty} className={className}>
      {children}
    </Items>
  )
}

interface ItemsProps<Item> {
  pages: Pages<Item>
  items: Item[]
  empty: ReactNode
  className: string | undefined
  children: (item: Item) => ReactNode
}

/**
 * Begins anew with its first portion whenever the list does. What is offered below comes with the last
 * portion: it would move from under the finger while the others come.
 */
function Items<Item>({ pages, items, empty, className, children }: ItemsProps<Item>) {
  const shown = usePortions(items)
  return (
    <>
      <View className={className}>{shown.map(children)}</View>
      {items.length === 0 && empty}
      {shown.length === items.length && <More pages={pages} />}
    </>
  )
}
