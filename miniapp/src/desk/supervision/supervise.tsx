import { useState } from 'react'
import { View } from '@tarojs/components'
import { supervisionLimits, type SupervisionLevel } from '@minsheng/shared'
import styles from '@/desk/acts/form.module.scss'
import { useAct } from '@/desk/acts/use-act'
import { WordsForm } from '@/desk/acts/words-form'
import { tell } from '@/platform/tell'
import type { SupervisionView, WorkOrderView } from '@/services/api'
import { supervise } from '@/services/supervision'
import { useSession } from '@/stores/session'
import { Button, Chips, Notice, Sheet } from '@/ui'
import { words } from '@/words'
import { levelChips, supervisionActWords } from '@/words-supervision'

interface SuperviseProps {
  order: WorkOrderView
  onDone: () => void
}

/** A supervisor has a department answer for one of its orders. */
export function Supervise({ order, onDone }: SuperviseProps) {
  const isSupervisor = useSession(({ staff }) => staff?.person.roles.includes('supervisor') ?? false)
  const [open, setOpen] = useState(false)
  const [level, setLevel] = useState<SupervisionLevel>(1)
  const act = useAct<SupervisionView>({
    onDone: ({ number }) => {
      setOpen(false)
      onDone()
      tell(supervisionActWords.issued(number))
    },
    onConflict: () => onDone(),
  })
  if (!isSupervisor) return null
  const send = (demand: string) => void act.run(() => supervise({ workOrderId: order.id, level, demand }))
  return (
    <>
      <Button look="line" onPress={() => setOpen(true)}>
        {supervisionActWords.supervise}
      </Button>
      <Sheet
        open={open}
        title={supervisionActWords.supervise}
        hint={order.title}
        closeLabel={words.close}
        onClose={() => setOpen(false)}
      >
        <View className={styles.label}>{supervisionActWords.level}</View>
        <Chips
          single
          label={supervisionActWords.level}
          options={levelChips}
          chosen={[String(level) as '1' | '2' | '3']}
          onToggle={(value) => setLevel(Number(value) as SupervisionLevel)}
        />
        <View className={styles.means}>
          {supervisionActWords.levelHint(supervisionLimits[level].amount)}
          {level === 3 && `　${supervisionActWords.listedHint}`}
        </View>
        <View className={styles.gap} />
        <WordsForm
          label={supervisionActWords.demand}
          hint={supervisionActWords.demandHint}
          send={supervisionActWords.supervise}
          min={5}
          busy={act.busy}
          onSend={send}
        />
        {act.problem && <Notice tone="amber">{act.problem}</Notice>}
      </Sheet>
    </>
  )
}
