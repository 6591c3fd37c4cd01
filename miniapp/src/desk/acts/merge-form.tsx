import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { Master } from '@/services/merging'
import { mastersByReceiptNo, suggestedMasters } from '@/services/merging'
import { useRequest } from '@/hooks/use-request'
import { asApiError } from '@/services/api-error'
import { a11y, Button, Field, Icon, Notice, Press } from '@/ui'
import { wordsOfError } from '@/words-errors'
import { actWords, mergeWords } from '@/words-desk'
import listStyles from './department-list.module.scss'
import styles from './form.module.scss'

interface MergeFormProps {
  needId: string
  busy: boolean
  onMerge: (masterId: string) => void
}

/** Which need this one is to follow: one of the same group, or by its receipt number. */
export function MergeForm({ needId, busy, onMerge }: MergeFormProps) {
  const suggested = useRequest(needId, () => suggestedMasters(needId))
  const [found, setFound] = useState<Master[] | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const typed = useRef('')

  const find = async () => {
    if (!typed.current.trim()) return setWrong(mergeWords.numberEmpty)
    setWrong(null)
    try {
      const masters = await mastersByReceiptNo(typed.current.trim(), needId)
      setFound(masters)
      setChosen(masters[0]?.id ?? null)
      if (!masters.length) setWrong(mergeWords.notFound)
    } catch (thrown) {
      setWrong(wordsOfError(asApiError(thrown)))
    }
  }
  const send = () => (chosen ? onMerge(chosen) : setWrong(mergeWords.masterEmpty))
  const masters = found?.length ? found : (suggested.data ?? [])

  return (
    <>
      <Notice>{mergeWords.hint}</Notice>
      <Field
        label={mergeWords.number}
        placeholder={mergeWords.numberHint}
        onText={(text) => (typed.current = text)}
        onConfirm={() => void find()}
      />
      <Button look="soft" onPress={() => void find()}>
        {mergeWords.find}
      </Button>
      <View className={styles.gap} />
      {masters.length > 0 && (
        <>
          {!found && <View className={styles.label}>{mergeWords.suggested}</View>}
          <View className={listStyles.list} {...a11y('radiogroup', mergeWords.master)}>
            {masters.map((master) => (
              <Press
                key={master.id}
                role="radio"
                checked={master.id === chosen}
                className={listStyles.one}
                onPress={() => setChosen(master.id)}
              >
                <View className={listStyles.words}>
                  <View>{master.title}</View>
                  <View className={listStyles.small}>{master.receiptNo}</View>
                </View>
                {master.id === chosen && <Icon name="check" className={listStyles.check} />}
              </Press>
            ))}
          </View>
        </>
      )}
      {wrong && <Notice tone="amber">{wrong}</Notice>}
      <Button busy={busy && actWords.busy} onPress={send}>
        {mergeWords.merge}
      </Button>
    </>
  )
}
