import { useState } from 'react'
import { View } from '@tarojs/components'
import { useAct } from '@/desk/acts/use-act'
import { savePdf } from '@/platform/save-file'
import type { WorkOrderView } from '@/services/api'
import { orderSheet } from '@/services/work-orders'
import { Button, Chips, Notice, Sheet } from '@/ui'
import { words } from '@/words'
import { orderWords } from '@/words-desk'
import styles from './contact.module.scss'

/** The order on paper: one says what for, and the server keeps that. */
export function PrintOrder({ order }: { order: WorkOrderView }) {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState<string>(orderWords.sheetReasons[0])
  const act = useAct<void>({
    onDone: () => setOpen(false),
    onConflict: (what) => act.setProblem(what),
  })
  const print = () =>
    act.run(async () => savePdf(await orderSheet(order.id, reason), orderWords.sheetFile(order.receiptNo)))
  return (
    <>
      <Button look="line" onPress={() => setOpen(true)}>
        {orderWords.sheet}
      </Button>
      <Sheet
        open={open}
        title={orderWords.sheetTitle}
        hint={orderWords.sheetHint}
        closeLabel={words.close}
        onClose={() => setOpen(false)}
      >
        <Chips
          single
          label={orderWords.sheetReason}
          options={orderWords.sheetReasons.map((value) => ({ value, words: value }))}
          chosen={[reason]}
          onToggle={setReason}
        />
        <View className={styles.gap} />
        {act.problem && <Notice tone="amber">{act.problem}</Notice>}
        <Button busy={act.busy && orderWords.sheetBusy} onPress={() => void print()}>
          {orderWords.sheetGo}
        </Button>
      </Sheet>
    </>
  )
}
