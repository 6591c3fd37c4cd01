import { useState } from 'react'
import { formatMoment, isPermitted } from '@minsheng/shared'
import { View } from '@tarojs/components'
import { useRequest } from '@/hooks/use-request'
import type { WhyView, WorkOrderView } from '@/services/api'
import { whyThere } from '@/services/routing'
import { Lines } from '@/parts/lines'
import { useSession } from '@/stores/session'
import { Button, Card, Failed, SectionTitle, Skeleton } from '@/ui'
import { whyWords } from '@/words-routing'
import { RoutingResult } from './routing-result'
import styles from './why.module.scss'

/** For those who see to routing: how the need came to its department. Asked for only when somebody wants to know. */
export function Why({ order }: { order: WorkOrderView }) {
  const mayAsk = useSession(({ staff }) => isPermitted('routing.read', staff?.person.roles ?? []))
  const [isOpen, setOpen] = useState(false)
  if (!mayAsk) return null
  return (
    <>
      <SectionTitle>{whyWords.title}</SectionTitle>
      <Card>
        {isOpen ? (
          <Steps needId={order.needId} />
        ) : (
          <Button look="line" onPress={() => setOpen(true)}>
            {whyWords.open}
          </Button>
        )}
      </Card>
    </>
  )
}

function Steps({ needId }: { needId: string }) {
  const why = useRequest(needId, () => whyThere(needId))
  if (why.error && !why.data) return <Failed error={why.error} onRetry={why.reload} />
  if (!why.data) return <Skeleton label={whyWords.loading} />
  if (why.data.steps.length === 0) return <View>{whyWords.none}</View>
  const { limit } = why.data
  return (
    <>
      {limit && (
        <View className={styles.step}>
          <Lines lines={[[whyWords.limit, whyWords.limitIs(limit)]]} />
        </View>
      )}
      {why.data.steps.map((step) => (
        <Step key={step.at + step.act} step={step} />
      ))}
    </>
  )
}

function Step({ step: { at, act, department, routing } }: { step: WhyView['steps'][number] }) {
  return (
    <View className={styles.step}>
      <View className={styles.at}>{formatMoment(new Date(at), new Date())}</View>
      {act === 'correctCategory' && <View>{whyWords.corrected}</View>}
      {act === 'dispatch' && department && <View>{whyWords.named(department.name)}</View>}
      {routing && <RoutingResult routing={routing} />}
    </View>
  )
}
