import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button, Sheet } from '@/ui'
import { syncWords } from '@/words-grid'
import type { RecordOf } from '../store/operation'
import styles from './grid.module.scss'

/** The receipt number; and for people without a phone the two numbers with which the need is theirs, large enough to be copied by hand. */
export function CardForResident({ record }: { record: RecordOf | null }) {
  const [open, setOpen] = useState(false)
  if (!record?.receiptNo) return null
  if (!record.claimCode) {
    return (
      <View className={styles.small}>
        {syncWords.receiptNo} {record.receiptNo}
      </View>
    )
  }
  return (
    <>
      <View className={styles.gap} />
      <Button look="soft" onPress={() => setOpen(true)}>
        {syncWords.card}
      </Button>
      <Sheet
        open={open}
        title={syncWords.card}
        hint={syncWords.cardHint}
        closeLabel={syncWords.close}
        onClose={() => setOpen(false)}
      >
        <View className={styles.small}>{syncWords.receiptNo}</View>
        <View className={styles.number}>{record.receiptNo}</View>
        <View className={styles.small}>{syncWords.claimCode}</View>
        <View className={styles.number}>{record.claimCode}</View>
      </Sheet>
    </>
  )
}
