import { useState } from 'react'
import { View } from '@tarojs/components'
import { callPhone } from '@/platform/call'
import type { UnmaskedContact, WorkOrderView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { contactPhone } from '@/services/work-orders'
import { Button, Chips, Icon, Notice, Press, Sheet } from '@/ui'
import { words } from '@/words'
import { wordsOfError } from '@/words-errors'
import { orderWords } from '@/words-desk'
import styles from './contact.module.scss'

/** Who asked. The number is masked; to see it one says why, and the server keeps that. */
export function Contact({ order }: { order: WorkOrderView }) {
  const [open, setOpen] = useState(false)
  const [seen, setSeen] = useState<UnmaskedContact | null>(null)
  const { contact, anonymous } = order
  if (!contact) return anonymous ? <Notice icon="shield">{orderWords.anonymous}</Notice> : null
  const name = seen?.name ?? contact.nameMasked ?? orderWords.contact
  return (
    <View className={styles.contact}>
      <Icon name="user" />
      <View className={styles.words}>
        <View>{name}</View>
        <View className={styles.phone}>{seen?.phone ?? contact.phoneMasked}</View>
      </View>
      {seen?.phone ? (
        <Press className={styles.act} onPress={() => seen.phone && callPhone(seen.phone)}>
          <Icon name="phone" />
          {words.call('')}
        </Press>
      ) : (
        <Press className={styles.act} onPress={() => setOpen(true)}>
          {orderWords.reveal}
        </Press>
      )}
      <Sheet
        open={open}
        title={orderWords.revealTitle}
        hint={orderWords.revealHint}
        closeLabel={words.close}
        onClose={() => setOpen(false)}
      >
        <Reveal
          id={order.id}
          onSeen={(number) => {
            setSeen(number)
            setOpen(false)
          }}
        />
      </Sheet>
    </View>
  )
}

function Reveal({ id, onSeen }: { id: string; onSeen: (seen: UnmaskedContact) => void }) {
  const [reason, setReason] = useState<string>(orderWords.revealReasons[0])
  const [problem, setProblem] = useState<string | null>(null)
  const look = async () => {
    try {
      onSeen(await contactPhone(id, reason))
    } catch (thrown) {
      setProblem(wordsOfError(asApiError(thrown)))
    }
  }
  return (
    <>
      <Chips
        single
        label={orderWords.revealReason}
        options={orderWords.revealReasons.map((value) => ({ value, words: value }))}
        chosen={[reason]}
        onToggle={setReason}
      />
      <View className={styles.gap} />
      {problem && <Notice tone="amber">{problem}</Notice>}
      <Button onPress={() => void look()}>{orderWords.revealGo}</Button>
    </>
  )
}
