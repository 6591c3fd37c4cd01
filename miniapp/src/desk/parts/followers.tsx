import { View } from '@tarojs/components'
import { formatMoment } from '@minsheng/shared'
import { useAct } from '@/desk/acts/use-act'
import desk from '@/desk/parts/desk.module.scss'
import { usePages } from '@/hooks/use-pages'
import { More } from '@/parts/more'
import { ask } from '@/platform/ask'
import type { NeedSummary, NeedView, WorkOrderView } from '@/services/api'
import { followersOf, splitNeed } from '@/services/merging'
import { useSession } from '@/stores/session'
import { Button, Card, Notice, SectionTitle } from '@/ui'
import { mergeWords } from '@/words-desk'
import styles from './order-others.module.scss'

/** For dispatchers: the needs that follow this one; each can go its own way again. */
export function Followers({ order }: { order: WorkOrderView }) {
  const isDispatcher = useSession(({ staff }) => staff?.person.roles.includes('dispatcher') ?? false)
  const canLead = isDispatcher && order.role === 'lead' && order.needState !== 'merged'
  const pages = usePages(canLead ? order.needId : null, (cursor) => followersOf(order.needId, cursor))
  const act = useAct<NeedView>({ onDone: pages.reload, onConflict: pages.reload })
  if (!pages.items?.length) return null
  const split = async (id: string) => {
    if (await ask(mergeWords.splitAsk)) void act.run(() => splitNeed(id))
  }
  return (
    <>
      <SectionTitle>{mergeWords.followers}</SectionTitle>
      {act.problem && <Notice tone="amber">{act.problem}</Notice>}
      {pages.items.map((need) => (
        <Follower key={need.id} need={need} isBusy={act.busy} onSplit={() => void split(need.id)} />
      ))}
      <More pages={pages} />
    </>
  )
}

interface FollowerProps {
  need: NeedSummary
  isBusy: boolean
  onSplit: () => void
}

function Follower({ need, isBusy, onSplit }: FollowerProps) {
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.name}>{need.title}</View>
        <Button className={styles.split} look="line" disabled={isBusy} onPress={onSplit}>
          {mergeWords.split}
        </Button>
      </View>
      <View className={desk.fine}>
        {need.receiptNo}　{formatMoment(new Date(need.submittedAt), new Date())}
      </View>
    </Card>
  )
}
