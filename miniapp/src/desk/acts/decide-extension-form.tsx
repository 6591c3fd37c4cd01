import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { ExtensionItem, WorkOrderView } from '@/services/api'
import { workOrderAct } from '@/services/work-orders'
import { Button, Field } from '@/ui'
import { actWords, extendWords } from '@/words-desk'
import { ExtensionLines } from '@/desk/parts/extension-lines'
import type { Run } from './form-props'
import styles from './form.module.scss'

interface DecideExtensionFormProps {
  order: Pick<ExtensionItem | WorkOrderView, 'id' | 'extension'>
  run: Run
  busy: boolean
}

/** One tap grants; to refuse takes a word that the department reads. */
export function DecideExtensionForm({ order, run, busy }: DecideExtensionFormProps) {
  const note = useRef('')
  const [wrong, setWrong] = useState<string | null>(null)
  const decide = (isGranted: boolean) => {
    const said = note.current.trim()
    if (!isGranted && said.length < 2) return setWrong(extendWords.noteEmpty)
    setWrong(null)
    const body = { isGranted, note: said.length < 2 ? extendWords.grantedNote : said }
    void run(() => workOrderAct.decideExtension(order.id, body))
  }
  return (
    <>
      {order.extension && <ExtensionLines extension={order.extension} />}
      <View className={styles.gap} />
      <Field
        label={extendWords.note}
        maxLength={500}
        onText={(text) => (note.current = text)}
        error={wrong}
      />
      <View className={styles.pair}>
        <Button look="line" disabled={busy} onPress={() => decide(false)}>
          {extendWords.refuse}
        </Button>
        <Button busy={busy && actWords.busy} onPress={() => decide(true)}>
          {extendWords.grant}
        </Button>
      </View>
    </>
  )
}
