import { useState } from 'react'
import Taro, { useDidShow } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { CallBackForm } from '@/desk/acts/call-back-form'
import { useAct } from '@/desk/acts/use-act'
import { CallBackCard } from '@/desk/parts/call-back-card'
import { DeskPage } from '@/desk/parts/desk-page'
import { usePages } from '@/hooks/use-pages'
import { Listing } from '@/parts/listing'
import type { CallBackView } from '@/services/api'
import { callBackList, claimCall } from '@/services/call-backs'
import { useSession } from '@/stores/session'
import { Blank, Notice, Segmented, Sheet } from '@/ui'
import { words } from '@/words'
import { callBackWords } from '@/words-callbacks'
import styles from '../complaints/index.module.scss'

type Listed = keyof typeof callBackWords.states

const states: Listed[] = ['waiting', 'reached', 'notReached']
const lists = states.map((value) => ({ value, words: callBackWords.states[value] }))

/** The supervision office calls: one person takes a call, asks, and keeps what was said. */
export default function CallBacks() {
  const person = useSession((sessions) => sessions.staff?.person.id ?? null)
  const [state, setState] = useState<Listed>('waiting')
  const list = usePages(person && `${person} ${state}`, (cursor) => callBackList(state, cursor))
  useDidShow(list.reload)
  const [taken, setTaken] = useState<CallBackView | null>(null)
  const [conflict, setConflict] = useState<string | null>(null)
  const settle = (what: string | null) => {
    setTaken(null)
    setConflict(what)
    list.reload()
  }
  const claiming = useAct<CallBackView>({ onDone: setTaken, onConflict: settle })
  const reporting = useAct<CallBackView>({
    onDone: () => {
      settle(null)
      void Taro.showToast({ title: callBackWords.done, icon: 'none' })
    },
    onConflict: settle,
  })

  return (
    <DeskPage tab="callBacks" title={callBackWords.title}>
      <View className={styles.lists}>
        <Segmented label={callBackWords.statesLabel} options={lists} value={state} onChange={setState} />
      </View>
      {conflict && <Notice tone="amber">{conflict}</Notice>}
      {claiming.problem && <Notice tone="amber">{claiming.problem}</Notice>}
      <Listing
        pages={list}
        className={styles.cards}
        empty={
          <Blank icon="check" title={callBackWords.emptyTitle[state]}>
            {callBackWords.empty}
          </Blank>
        }
      >
        {(item) => (
          <CallBackCard
            key={item.id}
            item={item}
            busy={claiming.busy}
            onClaim={() => void claiming.run(() => claimCall(item.id))}
          />
        )}
      </Listing>
      <Sheet
        open={taken !== null}
        title={callBackWords.sheetTitle}
        hint={callBackWords.sheetHint}
        closeLabel={words.close}
        onClose={() => settle(null)}
      >
        {taken && <CallBackForm item={taken} run={reporting.run} busy={reporting.busy} />}
        {reporting.problem && <Notice tone="amber">{reporting.problem}</Notice>}
      </Sheet>
    </DeskPage>
  )
}
