import { useCallback, useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { Role, SupervisionState } from '@minsheng/shared'
import styles from '@/desk/pages/queue/index.module.scss'
import { DeskPage } from '@/desk/parts/desk-page'
import { SupervisionDetail } from '@/desk/supervision/supervision-detail'
import { SupervisionFilterBar } from '@/desk/supervision/supervision-filter'
import { SupervisionRow } from '@/desk/supervision/supervision-row'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown'
import { useWide } from '@/hooks/use-wide'
import { LinkGroup, LinkLine } from '@/parts/link-line'
import { Listing } from '@/parts/listing'
import { go } from '@/routes'
import { supervisionOrders, type SupervisionFilter } from '@/services/supervision'
import { useSession } from '@/stores/session'
import { Blank, cx, Segmented } from '@/ui'
import { stateTabs, supervisionWords } from '@/words-supervision'

const seeingAll: readonly Role[] = ['dispatcher', 'supervisor', 'leader']

/** What is supervised: by when the department has to answer, what it said, how it ended. */
export default function Supervision() {
  const person = useSession((sessions) => sessions.staff?.person ?? null)
  const [state, setState] = useState<SupervisionState>('issued')
  const [filter, setFilter] = useState<Omit<SupervisionFilter, 'state'>>({})
  const [opened, setOpened] = useState<string | null>(null)
  const wide = useWide()
  const asked = { ...filter, state }
  const key = person && JSON.stringify([person.id, asked])
  const orders = usePages(key, (cursor) => supervisionOrders(asked, cursor))
  useShownAgain(orders.reload)
  useReachBottom(orders.more)
  const open = useCallback((id: string) => (wide ? setOpened(id) : void go.supervision(id)), [wide])
  const hasDepartments =
    !person?.department && (person?.roles.some((role) => seeingAll.includes(role)) ?? false)

  return (
    <DeskPage tab="supervision" title={supervisionWords.title} fills>
      <View className={styles.desk}>
        <View className={styles.list}>
          <Segmented label={supervisionWords.title} options={stateTabs} value={state} onChange={setState} />
          <SupervisionFilterBar filter={filter} hasDepartments={hasDepartments} onChange={setFilter} />
          <Listing
            pages={orders}
            cards={4}
            className={styles.rows}
            empty={
              <Blank icon="empty" title={supervisionWords.emptyTitle}>
                {supervisionWords.empty}
              </Blank>
            }
          >
            {(order) => (
              <SupervisionRow
                key={order.id}
                order={order}
                chosen={wide && order.id === opened}
                onOpen={open}
              />
            )}
          </Listing>
          <LinkGroup>
            <LinkLine icon="shield" words={supervisionWords.listedLink} onPress={() => void go.listed()} />
          </LinkGroup>
        </View>
        {wide && (
          <View className={cx(styles.detail, !opened && styles.nothing)}>
            {opened ? (
              <SupervisionDetail key={opened} id={opened} onChanged={orders.reload} />
            ) : (
              <Blank icon="empty" title={supervisionWords.choose} />
            )}
          </View>
        )}
      </View>
    </DeskPage>
  )
}
