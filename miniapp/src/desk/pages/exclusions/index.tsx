import { useState } from 'react'
import { useReachBottom } from '@tarojs/taro'
import { useAct } from '@/desk/acts/use-act'
import { DeskPage } from '@/desk/parts/desk-page'
import { Columns } from '@/desk/parts/columns'
import { ExclusionCard } from '@/desk/scores/exclusion-card'
import { ExclusionForm } from '@/desk/scores/exclusion-form'
import { usePages } from '@/hooks/use-pages'
import { Listing } from '@/parts/listing'
import { ask } from '@/platform/ask'
import type { ExclusionState } from '@/services/api'
import { decideExclusion, exclusions } from '@/services/scores'
import { useSession } from '@/stores/session'
import { Blank, Button, Notice, Segmented } from '@/ui'
import { exclusionWords } from '@/words-exports'

const states = (['proposed', 'confirmed', 'declined'] as const).map((value) => ({
  value,
  words: exclusionWords.states[value],
}))

/** 剔除: for supervisors, one proposes, another one agrees. */
export default function Exclusions() {
  const person = useSession((sessions) => sessions.staff?.person ?? null)
  const [state, setState] = useState<ExclusionState>('proposed')
  const [isProposing, setProposing] = useState(false)
  const list = usePages(person && `${person.id} ${state}`, (cursor) => exclusions(state, cursor))
  useReachBottom(list.more)
  const act = useAct<void>({
    onDone: list.reload,
    onConflict: (what) => {
      act.setProblem(what)
      list.reload()
    },
  })
  const decide = async (id: string, decision: 'confirm' | 'decline') => {
    const question = decision === 'confirm' ? exclusionWords.confirmAsk : exclusionWords.declineAsk
    if (await ask(question)) await act.run(async () => void (await decideExclusion(id, decision)))
  }
  const done = () => {
    setProposing(false)
    setState('proposed')
    list.reload()
  }
  return (
    <DeskPage title={exclusionWords.title}>
      <Columns
        main={
          <>
            <Notice>{exclusionWords.hint}</Notice>
            {isProposing ? (
              <ExclusionForm onDone={done} onCancel={() => setProposing(false)} />
            ) : (
              <Button onPress={() => setProposing(true)}>{exclusionWords.propose}</Button>
            )}
          </>
        }
        side={
          <>
            <Segmented label={exclusionWords.title} options={states} value={state} onChange={setState} />
            {act.problem && <Notice tone="amber">{act.problem}</Notice>}
            <Listing pages={list} empty={<Blank icon="check" title={exclusionWords.empty[state]} />}>
              {(item) => (
                <ExclusionCard
                  key={item.id}
                  item={item}
                  busy={act.busy}
                  onDecide={(decision) => void decide(item.id, decision)}
                />
              )}
            </Listing>
          </>
        }
      />
    </DeskPage>
  )
}
