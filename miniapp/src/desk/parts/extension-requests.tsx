import { View } from '@tarojs/components'
import { DecideExtensionForm } from '@/desk/acts/decide-extension-form'
import { useAct } from '@/desk/acts/use-act'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown'
import { Listing } from '@/parts/listing'
import { go } from '@/routes'
import type { ExtensionItem, WorkOrderView } from '@/services/api'
import { extensionRequests } from '@/services/work-orders'
import { useSession } from '@/stores/session'
import { Blank, Button, Card, Light, Notice } from '@/ui'
import { extendWords } from '@/words-desk'
import { dueWords } from './due-words'
import styles from './order-others.module.scss'

/** For supervisors: who asks for more time, decided where it stands. */
export function ExtensionRequests() {
  const person = useSession(({ staff }) => staff?.person.id ?? null)
  const requests = usePages(person, extensionRequests)
  useShownAgain(requests.reload)
  return (
    <>
      <Listing
        pages={requests}
        empty={
          <Blank icon="check" title={extendWords.emptyTitle}>
            {extendWords.empty}
          </Blank>
        }
      >
        {(order) => <Request key={order.id} order={order} onDecided={requests.reload} />}
      </Listing>
    </>
  )
}

function Request({ order, onDecided }: { order: ExtensionItem; onDecided: () => void }) {
  const act = useAct<WorkOrderView>({ onDone: onDecided, onConflict: onDecided })
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name}>{order.department.name}</View>
        <Light light={order.light} words={dueWords(order.dueAt, new Date())} />
      </View>
      <View className={styles.answer}>{order.title}</View>
      <DecideExtensionForm order={order} run={act.run} busy={act.busy} />
      {act.problem && <Notice tone="amber">{act.problem}</Notice>}
      <Button look="quiet" onPress={() => void go.order(order.id)}>
        {extendWords.openOrder}
      </Button>
    </Card>
  )
}
