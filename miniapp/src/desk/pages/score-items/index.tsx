import { useState } from 'react'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { isPermitted } from '@minsheng/shared'
import styles from '@/desk/parts/desk.module.scss'
import { DeskPage } from '@/desk/parts/desk-page'
import { ScoreItemRow } from '@/desk/scores/score-item-row'
import { usePages } from '@/hooks/use-pages'
import { Listing } from '@/parts/listing'
import type { ItemListing, ItemsAs, PersonView, ScoreBy } from '@/services/api'
import { scoreItems } from '@/services/scores'
import { useSession } from '@/stores/session'
import { Blank, Card, Chips, Notice, Segmented } from '@/ui'
import { figureWords, scoreWords, type ShownFigure } from '@/words-scores'

const shown = Object.keys(figureWords) as ShownFigure[]
const listings = (['counted', 'added'] as const).map((value) => ({
  value,
  words: scoreWords.listings[value],
}))
const named = ['period', 'month', 'day', 'from', 'to'] as const

/** Whoever leads all departments judges by figures: no order of theirs is open to them. */
const opensOrders = ({ roles, department }: PersonView): boolean =>
  isPermitted('workOrder.read', roles) &&
  (department !== null || roles.some((role) => role === 'dispatcher' || role === 'supervisor'))

/** Whether there are two lists of a frozen number: that of then, and what came since. */
const hasLists = (countedAs: ItemsAs): boolean => countedAs === 'frozen' || countedAs === 'partly'

/** The very list behind a number of the scores. */
export default function ScoreItems() {
  const { params } = useRouter()
  const read = (name: string): string | undefined => {
    const value = params[name]
    return value === undefined ? undefined : decodeURIComponent(value)
  }
  const person = useSession((sessions) => sessions.staff?.person ?? null)
  const mayOpen = person !== null && opensOrders(person)
  const [figure, setFigure] = useState(shown.find((each) => each === params.figure) ?? 'rated')
  const period = Object.fromEntries(
    named.flatMap((name): [string, string][] => {
      const value = read(name)
      return value ? [[name, value]] : []
    }),
  )
  const [listing, setListing] = useState<ItemListing>('counted')
  const [countedAs, setCountedAs] = useState<ItemsAs>('now')
  const asked = { period, by: (read('by') ?? 'department') as ScoreBy, of: read('of'), figure, listing }
  const pages = usePages(person && JSON.stringify(asked), async (cursor) => {
    const page = await scoreItems(asked, cursor)
    setCountedAs(page.countedAs)
    return page
  })
  const said = scoreWords.counted[countedAs]
  useReachBottom(pages.more)
  return (
    <DeskPage title={read('name') ?? scoreWords.itemsTitle}>
      <Card>
        <Chips
          single
          label={scoreWords.itemsOf}
          options={shown.map((value) => ({ value, words: figureWords[value] }))}
          chosen={[figure]}
          onToggle={setFigure}
        />
      </Card>
      {said && <Notice>{said}</Notice>}
      {hasLists(countedAs) && (
        <Segmented label={scoreWords.listingLabel} options={listings} value={listing} onChange={setListing} />
      )}
      <Listing
        pages={pages}
        cards={4}
        className={styles.cards}
        empty={<Blank icon="empty" title={scoreWords.itemsEmpty[countedAs]} />}
      >
        {(item) => <ScoreItemRow key={item.id} item={item} mayOpen={mayOpen} />}
      </Listing>
    </DeskPage>
  )
}
