import { useState } from 'react'
import { View } from '@tarojs/components'
import { asApiError } from '@/services/api-error'
import { readIdNumber } from '@/services/grid'
import { Button, Chips, Notice } from '@/ui'
import { wordsOfError } from '@/words-errors'
import { residentWords } from '@/words-grid'
import styles from './grid.module.scss'

interface IdNumberProps {
  householdId: string
  residentId: string
}

/**
 * The whole number, for as long as one looks at it: it comes from the server, which writes down who looked and why, and
 * is kept nowhere.
 */
export function IdNumber({ householdId, residentId }: IdNumberProps) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState<string>(residentWords.lookReasons[0])
  const [seen, setSeen] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const look = async () => {
    setProblem(null)
    try {
      const { idNumber } = await readIdNumber(householdId, residentId, reason)
      setSeen(idNumber ?? residentWords.lookNone)
    } catch (thrown) {
      const error = asApiError(thrown)
      setProblem(error.code === 'offline' ? residentWords.lookOffline : wordsOfError(error))
    }
  }
  if (!asking) {
    return (
      <Button look="quiet" onPress={() => setAsking(true)}>
        {residentWords.look}
      </Button>
    )
  }
  return (
    <View>
      <View className={styles.label}>{residentWords.lookReason}</View>
      <Chips
        single
        label={residentWords.lookReason}
        options={residentWords.lookReasons.map((value) => ({ value, words: value }))}
        chosen={[reason]}
        onToggle={setReason}
      />
      <View className={styles.small}>{residentWords.lookHint}</View>
      <View className={styles.gap} />
      {problem && <Notice tone="amber">{problem}</Notice>}
      {seen ? (
        <View className={styles.number}>{seen}</View>
      ) : (
        <Button look="line" onPress={() => void look()}>
          {residentWords.lookGo}
        </Button>
      )}
    </View>
  )
}
