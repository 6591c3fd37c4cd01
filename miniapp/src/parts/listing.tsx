import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { Pages } from '@/hooks/use-pages'
import { usePortions } from '@/hooks/use-portions'
import { Failed, Skeleton } from '@/ui'
import { words } from '@/words'
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
  children: (item: Item) => ReactNode
}

/** A list that is paged by key, in all its states: on its way, failed, empty, there, with more to come. */
export function Listing<Item>({
  pages,
  items = pages.items,
  empty,
  cards,
  className,
  children,
}: ListingProps<Item>) {
  if (!items)
    return pages.error ? (
      <Failed error={pages.error} onRetry={pages.reload} />
    ) : (
      <Skeleton label={words.loading} cards={cards} />
    )
  return (
    <>
      <Items items={items} className={className}>
        {children}
      </Items>
      {items.length === 0 && empty}
      <More pages={pages} />
    </>
  )
}

/** Begins anew with its first portion whenever the list does. */
function Items<Item>({
  items,
  className,
  children,
}: {
  items: Item[]
  className: string | undefined
  children: (item: Item) => ReactNode
}) {
  return <View className={className}>{usePortions(items).map(children)}</View>
}
