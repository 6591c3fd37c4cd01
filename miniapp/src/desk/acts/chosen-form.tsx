import { useState } from 'react'
import { View } from '@tarojs/components'
import { Chips } from '@/ui'
import styles from './form.module.scss'
import { WordsForm, type WordsFormProps } from './words-form'

interface ChosenFormProps<T extends string> extends Omit<WordsFormProps, 'onSend'> {
  /** What is chosen, in words. */
  choice: string
  options: readonly { value: T; words: string }[]
  initial: T
  /** What follows from the choice. */
  follows?: (chosen: T) => string | null
  onSend: (chosen: T, text: string) => void
}

/** One thing to choose and one to write. */
export function ChosenForm<T extends string>({
  choice,
  options,
  initial,
  follows,
  onSend,
  ...rest
}: ChosenFormProps<T>) {
  const [chosen, setChosen] = useState(initial)
  const what = follows?.(chosen)
  return (
    <>
      <View className={styles.label}>{choice}</View>
      <Chips single label={choice} options={options} chosen={[chosen]} onToggle={setChosen} />
      {what ? <View className={styles.said}>{what}</View> : <View className={styles.gap} />}
      <WordsForm {...rest} onSend={(text) => onSend(chosen, text)} />
    </>
  )
}
