import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { askToTell } from '@/platform/ask-to-tell'
import { openMessageSettings } from '@/platform/permissions'
import { keepAccepted, mySubscriptions } from '@/services/notices'
import { a11y, Button, Card, Notice } from '@/ui'
import { tellWords } from '@/words-me'
import styles from './tell-me.module.scss'

type Outcome = 'accepted' | 'declined' | 'off' | 'failed'

/**
 * Offers to be told by WeChat, after filing and after a rating that leads on. One tap asks once: whatever the answer
 * is, it is not asked for again here, and the notices in the app are there in any case.
 */
export function TellMe() {
  const [ids, setIds] = useState<string[]>([])
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useEffect(() => {
    if (!askToTell) return
    // Known before the tap: WeChat takes no question that comes after something was awaited.
    mySubscriptions()
      .then((items) => setIds(items.map(({ templateId }) => templateId)))
      .catch(() => {}) // then it is not offered
  }, [])
  if (!askToTell || !ids.length) return null

  const ask = async () => {
    const asked = await askToTell?.(ids)
    if (asked?.kind !== 'answered') return setOutcome(asked?.kind ?? 'failed')
    const { accepted } = asked
    if (!accepted.length) return setOutcome('declined')
    await keepAccepted(accepted).then(
      () => setOutcome('accepted'),
      () => setOutcome('failed'),
    )
  }
  return (
    <Card>
      <View className={styles.title} {...a11y('heading')}>
        {tellWords.title}
      </View>
      {outcome && (
        <Notice
          tone={outcome === 'accepted' ? 'jade' : 'amber'}
          icon={outcome === 'accepted' ? 'check' : 'bell'}
        >
          {tellWords[outcome]}
        </Notice>
      )}
      {outcome === 'off' && openMessageSettings && (
        <Button look="quiet" onPress={openMessageSettings}>
          {tellWords.settings}
        </Button>
      )}
      {(outcome === null || outcome === 'failed') && (
        <>
          {!outcome && <View className={styles.hint}>{tellWords.hint}</View>}
          <Button look="soft" icon="bell" onPress={() => void ask()}>
            {tellWords.ask}
          </Button>
        </>
      )}
    </Card>
  )
}
