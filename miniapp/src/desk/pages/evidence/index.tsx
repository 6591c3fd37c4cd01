import { useState } from 'react'
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { EvidenceForm } from '@/desk/acts/evidence-form'
import { useAct } from '@/desk/acts/use-act'
import { DeskPage } from '@/desk/parts/desk-page'
import { EvidenceCard } from '@/desk/parts/evidence-card'
import { usePages } from '@/hooks/use-pages'
import { Listing } from '@/parts/listing'
import type { EvidenceView } from '@/services/api'
import { evidenceRequests } from '@/services/complaints'
import { useSession } from '@/stores/session'
import { Blank, Notice, Segmented, Sheet } from '@/ui'
import { words } from '@/words'
import { evidenceWords } from '@/words-evidence'
import styles from '../complaints/index.module.scss'

const lists = (['asked', 'sent'] as const).map((value) => ({ value, words: evidenceWords.lists[value] }))

/** What the department is asked for when somebody complains, the most pressing first, and what it has sent. */
export default function Evidence() {
  const person = useSession((sessions) => sessions.staff?.person.id ?? null)
  const [state, setState] = useState<'asked' | 'sent'>('asked')
  const list = usePages(person && `${person} ${state}`, (cursor) => evidenceRequests(state, cursor))
  useDidShow(list.reload)
  const [open, setOpen] = useState<EvidenceView | null>(null)
  const [conflict, setConflict] = useState<string | null>(null)
  const settle = (what: string | null) => {
    setOpen(null)
    setConflict(what)
    list.reload()
  }
  const sending = useAct<EvidenceView>({
    onDone: () => {
      settle(null)
      void Taro.showToast({ title: evidenceWords.done, icon: 'none' })
    },
    onConflict: settle,
  })

  return (
    <DeskPage tab="evidence" title={evidenceWords.title}>
      <View className={styles.lists}>
        <Segmented label={evidenceWords.listsLabel} options={lists} value={state} onChange={setState} />
      </View>
      {conflict && <Notice tone="amber">{conflict}</Notice>}
      <Listing
        pages={list}
        className={styles.cards}
        empty={
          <Blank icon="check" title={evidenceWords.emptyTitle[state]}>
            {evidenceWords.empty}
          </Blank>
        }
      >
        {(item) => <EvidenceCard key={item.id} item={item} onSend={() => setOpen(item)} />}
      </Listing>
      <Sheet
        open={open !== null}
        title={evidenceWords.send}
        hint={evidenceWords.sendHint}
        closeLabel={words.close}
        onClose={() => setOpen(null)}
      >
        {open && <EvidenceForm item={open} run={sending.run} busy={sending.busy} />}
        {sending.problem && <Notice tone="amber">{sending.problem}</Notice>}
      </Sheet>
    </DeskPage>
  )
}
