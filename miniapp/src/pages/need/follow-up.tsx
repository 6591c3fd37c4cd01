import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRequest } from '@/hooks/use-request'
import { go } from '@/routes'
import type { NeedView } from '@/services/api'
import { asApiError } from '@/services/api-error'
import { followUpOf, sayFollowUp } from '@/services/needs'
import { a11y, Button, Card, Notice } from '@/ui'
import { wordsOfError } from '@/words-errors'
import { followUpWords } from '@/words-story'
import styles from './answer-card.module.scss'

/** Four weeks after works were closed: does it still hold? One tap, which can be changed while it is open. */
export function FollowUp({ need }: { need: NeedView }) {
  return need.state === 'closed' ? <Asked need={need} /> : null
}

function Asked({ need: { id, version, allowedActs } }: { need: NeedView }) {
  const { data, replace } = useRequest(`${id} ${version}`, () => followUpOf(id))
  const [isChanging, setChanging] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const followUp = data?.followUp
  if (!followUp || (!followUp.isOpen && followUp.holds === null)) return null
  const say = async (holds: boolean) => {
    setProblem(null)
    try {
      replace({ followUp: await sayFollowUp(id, holds) })
      setChanging(false)
    } catch (thrown) {
      setProblem(wordsOfError(asApiError(thrown)))
    }
  }
  const isAsked = followUp.holds === null || isChanging
  return (
    <Card>
      <View className={styles.question} {...a11y('heading')}>
        {isAsked ? followUpWords.title : followUp.holds ? followUpWords.saidHolds : followUpWords.saidBroken}
      </View>
      {isAsked ? (
        <>
          <View className={styles.hint}>{followUpWords.hint}</View>
          <View className={styles.pair}>
            <Button look="soft" onPress={() => void say(true)}>
              {followUpWords.holds}
            </Button>
            <Button look="soft" onPress={() => void say(false)}>
              {followUpWords.broken}
            </Button>
          </View>
        </>
      ) : (
        <>
          {!followUp.holds && <Broken canReopen={allowedActs.includes('reopen')} />}
          {followUp.isOpen && (
            <Button look="quiet" onPress={() => setChanging(true)}>
              {followUpWords.change}
            </Button>
          )}
        </>
      )}
      {problem && <Notice tone="amber">{problem}</Notice>}
    </Card>
  )
}

/** What can be done about what broke again. */
function Broken({ canReopen }: { canReopen: boolean }) {
  if (canReopen) return <View className={styles.hint}>{followUpWords.next}</View>
  return (
    <>
      <View className={styles.hint}>{followUpWords.tooLate}</View>
      <View className={styles.pair}>
        <Button look="soft" onPress={() => void go.home()}>
          {followUpWords.file}
        </Button>
      </View>
    </>
  )
}
