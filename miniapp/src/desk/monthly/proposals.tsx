import { useState } from 'react'
import { View } from '@tarojs/components'
import styles from '@/desk/parts/desk.module.scss'
import { useRequest } from '@/hooks/use-request'
import { topicProposals } from '@/services/monthly'
import { Button, Card, Failed, Notice, SectionTitle, Skeleton, Tag } from '@/ui'
import { words } from '@/words'
import { monthlyWords } from '@/words-monthly'
import { ChooseForm } from './choose-form'

interface ProposalsProps {
  month: string
  mayChoose: boolean
  onChosen: () => void
}

/** What the figures of a month propose, what deserves it most first. */
export function Proposals({ month, mayChoose, onChosen }: ProposalsProps) {
  const answer = useRequest(month, () => topicProposals(month))
  const [chosen, setChosen] = useState<string | null>(null)
  if (answer.error) return <Failed error={answer.error} onRetry={answer.reload} />
  if (!answer.data) return <Skeleton label={words.loading} cards={3} />
  const done = () => {
    setChosen(null)
    answer.reload()
    onChosen()
  }
  return (
    <>
      <SectionTitle>{monthlyWords.proposals(month)}</SectionTitle>
      {answer.data.items.length === 0 && <Notice icon="check">{monthlyWords.noProposals}</Notice>}
      {answer.data.items.map((proposal) => (
        <Card key={proposal.categoryId}>
          <View className={styles.head}>
            <View className={styles.main}>
              <View className={styles.name}>{proposal.categoryName}</View>
              <View className={styles.small}>{monthlyWords.facts(proposal.needs, proposal.needsBefore)}</View>
              <View className={styles.small}>{monthlyWords.judged(proposal.rated, proposal.solved)}</View>
            </View>
            {proposal.isChosen && <Tag tone="jade">{monthlyWords.isChosen}</Tag>}
            {mayChoose && !proposal.isChosen && chosen !== proposal.categoryId && (
              <Button look="soft" className={styles.narrow} onPress={() => setChosen(proposal.categoryId)}>
                {monthlyWords.choose}
              </Button>
            )}
          </View>
          {chosen === proposal.categoryId && (
            <ChooseForm proposal={proposal} onDone={done} onCancel={() => setChosen(null)} />
          )}
        </Card>
      ))}
    </>
  )
}
