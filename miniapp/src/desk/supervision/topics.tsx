import { useReachBottom } from '@tarojs/taro'
import { useAct } from '@/desk/acts/use-act'
import styles from '@/desk/parts/desk.module.scss'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown'
import { Listing } from '@/parts/listing'
import { ask } from '@/platform/ask'
import { tell } from '@/platform/tell'
import type { TopicView } from '@/services/api'
import { mergeTopic, topics } from '@/services/supervision'
import { useSession } from '@/stores/session'
import { Blank, Notice } from '@/ui'
import { patternWords, topicWords } from '@/words-supervision'
import { TopicCard } from './topic-card'

/** What many have written about this week, the hottest first. */
export function Topics() {
  const person = useSession((sessions) => sessions.staff?.person ?? null)
  const list = usePages(person?.id ?? null, topics)
  useShownAgain(list.reload)
  useReachBottom(list.more)
  const act = useAct<number>({
    onDone: (merged) => {
      list.reload()
      tell(topicWords.merged(merged))
    },
    onConflict: (what) => act.setProblem(what),
  })
  const isDispatcher = person?.roles.includes('dispatcher') ?? false
  const merge = async ({ id, needs }: TopicView) => {
    if (await ask(topicWords.mergeAsk(needs))) await act.run(async () => (await mergeTopic(id)).merged)
  }
  return (
    <>
      <Notice>{topicWords.hint}</Notice>
      {act.problem && <Notice tone="amber">{act.problem}</Notice>}
      <Listing
        pages={list}
        className={styles.cards}
        empty={
          <Blank icon="check" title={topicWords.empty}>
            {patternWords.emptyHint}
          </Blank>
        }
      >
        {(topic) => (
          <TopicCard
            key={topic.id}
            topic={topic}
            busy={act.busy}
            onMerge={isDispatcher ? () => void merge(topic) : undefined}
          />
        )}
      </Listing>
    </>
  )
}
