import { useCallback, useEffect, useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { workOrderStateWords, type Role, type WorkOrderState } from '@minsheng/shared'
import { DeskPage } from '@/desk/parts/desk-page'
import { ExtensionRequests } from '@/desk/parts/extension-requests'
import { OrderDetail } from '@/desk/parts/order-detail'
import { OrderRow } from '@/desk/parts/order-row'
import { QueueFilterBar } from '@/desk/parts/queue-filter'
import { usePages } from '@/hooks/use-pages'
import { useRequest } from '@/hooks/use-request'
import { useShownAgain } from '@/hooks/use-shown'
import { useWide } from '@/hooks/use-wide'
import { Listing } from '@/parts/listing'
import { go } from '@/routes'
import type { WorkOrderCounts } from '@/services/api'
import { workOrderCounts, workOrders, type QueueFilter } from '@/services/work-orders'
import { needReference } from '@/stores/reference'
import { useSession } from '@/stores/session'
import { Blank, cx, Notice, Segmented } from '@/ui'
import { queueWords } from '@/words-desk'
import styles from './index.module.scss'

type State = Extract<WorkOrderState, 'pending' | 'working' | 'reviewing' | 'returning' | 'done'>
/** Orders in one state, or those that ask for more time. */
type Segment = State | 'extensions'

/** What each role works through, the first one is where it begins. */
function segmentsOf(roles: readonly Role[]): Segment[] {
  const has = (role: Role) => roles.includes(role)
  if (has('handler') || has('leader')) return ['pending', 'working', 'reviewing', 'done']
  if (has('reviewer')) return ['reviewing', 'working', 'done']
  if (has('supervisor')) return ['pending', 'working', 'reviewing', 'done', 'extensions']
  return ['pending', 'working', 'reviewing', 'returning']
}

const withCount = (state: Segment, counts: WorkOrderCounts | null) => {
  if (state === 'extensions') return { value: state, words: queueWords.extensions }
  const count = counts && state !== 'done' ? counts[state] : null
  return {
    value: state,
    words: count ? `${workOrderStateWords[state]} ${count}` : workOrderStateWords[state],
  }
}

export default function Queue() {
  const person = useSession((sessions) => sessions.staff?.person ?? null)
  const segments = segmentsOf(person?.roles ?? [])
  const [state, setState] = useState<Segment>(segments[0] ?? 'pending')
  const [filter, setFilter] = useState<QueueFilter>({})
  const [opened, setOpened] = useState<string | null>(null)
  const wide = useWide()

  const isExtensions = state === 'extensions'
  const asked = { ...filter, state: filter.q || isExtensions ? undefined : state }
  const key = person && !isExtensions ? JSON.stringify([person.id, asked]) : null
  const orders = usePages(key, (cursor) => workOrders(asked, cursor))
  const counts = useRequest(person?.id ?? '', workOrderCounts)
  const reload = () => {
    orders.reload()
    counts.reload()
  }
  useShownAgain(reload)
  useReachBottom(orders.more)
  useEffect(() => needReference('communities', 'categories', 'departments'), [])
  const open = useCallback((id: string) => (wide ? setOpened(id) : void go.order(id)), [wide])
  const overdue = counts.data?.overdue ?? 0

  return (
    <DeskPage tab="queue" title={queueWords.title} fills>
      <View className={styles.desk}>
        <View className={styles.list}>
          <Segmented
            label={queueWords.title}
            options={segments.map((one) => withCount(one, counts.data))}
            value={state}
            onChange={setState}
          />
          {isExtensions ? (
            <ExtensionRequests />
          ) : (
            <>
              <QueueFilterBar filter={filter} onChange={setFilter} />
              {overdue > 0 && <Notice tone="red" icon="clock" title={queueWords.overdue(overdue)} />}
              <Listing
                pages={orders}
                cards={4}
                className={styles.rows}
                empty={
                  <Blank icon="empty" title={queueWords.emptyTitle}>
                    {queueWords.empty}
                  </Blank>
                }
              >
                {(order) => (
                  <OrderRow key={order.id} order={order} chosen={wide && order.id === opened} onOpen={open} />
                )}
              </Listing>
            </>
          )}
        </View>
        {wide && (
          <View className={cx(styles.detail, !opened && styles.nothing)}>
            {opened ? (
              <OrderDetail key={opened} id={opened} onChanged={reload} />
            ) : (
              <Blank icon="empty" title={queueWords.choose} />
            )}
          </View>
        )}
      </View>
    </DeskPage>
  )
}
