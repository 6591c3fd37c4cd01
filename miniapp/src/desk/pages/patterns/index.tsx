import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { useAct } from '@/desk/acts/use-act'
import { DeskPage } from '@/desk/parts/desk-page'
import styles from '@/desk/parts/desk.module.scss'
import { GroupCard } from '@/desk/supervision/group-card'
import { RepeatedCard } from '@/desk/supervision/repeated-card'
import { Topics } from '@/desk/supervision/topics'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown'
import { Listing } from '@/parts/listing'
import { ask } from '@/platform/ask'
import { tell } from '@/platform/tell'
import type { NeedGroupView } from '@/services/api'
import { mergeGroup, needGroups, repeatedNeeds, settleGroup } from '@/services/supervision'
import { useSession } from '@/stores/session'
import { Blank, Notice, Segmented } from '@/ui'
import { patternWords } from '@/words-supervision'

type Kind = keyof typeof patternWords.kinds
const kinds = (['groups', 'topics', 'repeated'] as const).map((value) => ({
  value,
  words: patternWords.kinds[value],
}))

/** What comes again: many people with one matter, and one person with the same matter. */
export default function Patterns() {
  const [kind, setKind] = useState<Kind>('groups')
  return (
    <DeskPage tab="patterns" title={patternWords.title}>
      <Segmented label={patternWords.title} options={kinds} value={kind} onChange={setKind} />
      {kind === 'groups' && <Groups />}
      {kind === 'topics' && <Topics />}
      {kind === 'repeated' && <Repeated />}
    </DeskPage>
  )
}

function Groups() {
  const person = useSession((sessions) => sessions.staff?.person ?? null)
  const list = usePages(person?.id ?? null, needGroups)
  useShownAgain(list.reload)
  useReachBottom(list.more)
  const [settled, setSettled] = useState<string[]>([])
  const act = useAct<string>({
    onDone: (id) => {
      setSettled((all) => [...all, id])
      tell(patternWords.settled)
    },
    onConflict: list.reload,
  })
  const maySettle = person?.roles.includes('dispatcher') ?? false
  const settle = (id: string) => void act.run(async () => (await settleGroup(id), id))
  const merge = async ({ id, size }: NeedGroupView) => {
    if (!(await ask(patternWords.mergeAsk(size - 1)))) return
    await act.run(async () => {
      await mergeGroup(id)
      return id
    })
  }
  const waiting = list.items?.filter(({ id }) => !settled.includes(id))
  return (
    <>
      <Notice>{patternWords.groupsHint}</Notice>
      {act.problem && <Notice tone="amber">{act.problem}</Notice>}
      <Listing
        pages={list}
        items={waiting}
        className={styles.cards}
        empty={
          <Blank icon="check" title={patternWords.groupsEmpty}>
            {patternWords.emptyHint}
          </Blank>
        }
      >
        {(group) => (
          <GroupCard
            key={group.id}
            group={group}
            onMerge={maySettle ? () => void merge(group) : undefined}
            onSettle={maySettle ? () => settle(group.id) : undefined}
          />
        )}
      </Listing>
    </>
  )
}

function Repeated() {
  const person = useSession((sessions) => sessions.staff?.person.id ?? null)
  const list = usePages(person, repeatedNeeds)
  useShownAgain(list.reload)
  useReachBottom(list.more)
  return (
    <>
      <Notice>{patternWords.repeatedHint}</Notice>
      <Listing
        pages={list}
        className={styles.cards}
        empty={
          <Blank icon="check" title={patternWords.repeatedEmpty}>
            {patternWords.emptyHint}
          </Blank>
        }
      >
        {(row) => <RepeatedCard key={row.id} row={row} />}
      </Listing>
    </>
  )
}
