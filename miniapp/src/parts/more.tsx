import { Button } from '@/ui'
import type { Pages } from '@/hooks/use-pages'
import { words } from '@/words'
import styles from './listing.module.scss'

/** The next page of a list, when there is one. */
export function More<T>({ pages }: { pages: Pages<T> }) {
  if (!pages.hasMore) return null
  return (
    <Button look="soft" className={styles.more} busy={pages.isBusy && words.moreBusy} onPress={pages.more}>
      {words.more}
    </Button>
  )
}
