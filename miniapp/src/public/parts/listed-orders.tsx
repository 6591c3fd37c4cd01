import { View } from '@tarojs/components'
import { formatMoment, formatPromise } from '@minsheng/shared'
import type { Pages } from '@/hooks/use-pages'
import { Lines } from '@/parts/lines'
import { Listing } from '@/parts/listing'
import type { ListedSupervision } from '@/services/api'
import { a11y, Card, Notice, Tag } from '@/ui'
import { needWords } from '@/words-need'
import { listedWords } from '@/words-public'
import styles from './listed.module.scss'
import { NothingListed } from './nothing-listed'

/** What takes far too long, and who answers for it. */
export function ListedOrders({ list }: { list: Pages<ListedSupervision> }) {
  return (
    <>
      <Notice icon="shield">{listedWords.hint}</Notice>
      <Listing
        inColumns
        pages={list}
        empty={<NothingListed title={listedWords.emptyTitle} words={listedWords.empty} />}
      >
        {(one) => <One key={one.id} one={one} />}
      </Listing>
    </>
  )
}

function One({ one }: { one: ListedSupervision }) {
  const now = new Date()
  const { departmentName, settledAt } = one
  const tone = settledAt ? 'done' : one.isOverdue ? 'red' : 'amber'
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.title} {...a11y('heading')}>
          {one.categoryName ?? listedWords.unsorted}
        </View>
        <Tag tone={tone}>{one.isOverdue ? listedWords.late : listedWords.states[one.state]}</Tag>
      </View>
      <View className={styles.who}>
        {departmentName ? listedWords.in(departmentName) : listedWords.office}
      </View>
      <Lines
        lines={[
          [needWords.place, one.areaName],
          [listedWords.cause, listedWords.causes[one.cause]],
          [listedWords.since, formatMoment(new Date(one.issuedAt), now)],
          [listedWords.until, settledAt ? null : formatPromise(new Date(one.dueAt), now)],
          [listedWords.settledAt, settledAt && formatMoment(new Date(settledAt), now)],
        ]}
      />
    </Card>
  )
}
