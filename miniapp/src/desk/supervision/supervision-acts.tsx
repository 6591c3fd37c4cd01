import { useState } from 'react'
import { View } from '@tarojs/components'
import { feedbackMin, type SupervisionAct } from '@minsheng/shared'
import styles from '@/desk/acts/act-bar.module.scss'
import { useAct } from '@/desk/acts/use-act'
import { WordsForm } from '@/desk/acts/words-form'
import type { SupervisionView } from '@/services/api'
import { supervisionAct } from '@/services/supervision'
import { Button, Notice, Sheet } from '@/ui'
import { words } from '@/words'
import { askedWords, supervisionActWords, supervisionWords } from '@/words-supervision'

type Shown = Exclude<SupervisionAct, 'supervise'>
type Asking = Exclude<Shown, 'takeUp'>

/** In the order in which they are offered; the first is the next step. */
const shown: readonly Shown[] = ['feedBack', 'takeUp', 'settle', 'askAgain', 'revoke']
const shortest: Record<Asking, number> = { feedBack: feedbackMin, askAgain: 2, settle: 2, revoke: 2 }

/** To revoke is no next step: quiet beside one, but no words alone in the middle of nothing. */
const lookOf = (name: Shown, index: number, count: number) =>
  name === 'revoke' ? (count > 1 ? 'quiet' : 'soft') : index === 0 ? 'main' : 'soft'

interface SupervisionActsProps {
  order: SupervisionView
  onDone: (order: SupervisionView) => void
  onConflict: (what: string) => void
}

/** Exactly what the server allows now, the next step first. */
export function SupervisionActs({ order, onDone, onConflict }: SupervisionActsProps) {
  const [open, setOpen] = useState<Asking | null>(null)
  const close = () => setOpen(null)
  const act = useAct<SupervisionView>({
    onDone: (changed) => {
      close()
      onDone(changed)
    },
    onConflict: (what) => {
      close()
      onConflict(what)
    },
  })
  const allowed = shown.filter((name) => order.allowedActs.includes(name))
  if (!allowed.length) return <View className={styles.nothing}>{supervisionWords.nothing}</View>
  const press = (name: Shown) =>
    name === 'takeUp' ? void act.run(() => supervisionAct(order.id, name, {})) : setOpen(name)
  return (
    <>
      {act.problem && !open && <Notice tone="amber">{act.problem}</Notice>}
      <View className={styles.bar}>
        {allowed.map((name, index) => (
          <Button
            key={name}
            look={lookOf(name, index, allowed.length)}
            busy={act.busy && !open && index === 0 && supervisionActWords.busy}
            onPress={() => press(name)}
          >
            {supervisionActWords[name]}
          </Button>
        ))}
      </View>
      <Sheet
        open={open !== null}
        title={open ? supervisionActWords[open] : ''}
        closeLabel={words.close}
        onClose={close}
      >
        {open && (
          <WordsForm
            key={open}
            {...askedWords[open]}
            send={supervisionActWords[open]}
            min={shortest[open]}
            busy={act.busy}
            onSend={(text) => void act.run(() => supervisionAct(order.id, open, { text }))}
          />
        )}
        {act.problem && <Notice tone="amber">{act.problem}</Notice>}
      </Sheet>
    </>
  )
}
