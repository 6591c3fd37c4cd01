import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import {
  type GridTaskKind,
  gridTaskKinds,
  type GridTaskScope,
  gridTaskScopes,
  shanghaiMonth,
} from '@minsheng/shared'
import { FormFoot } from '@/desk/deadlines/form-foot'
import { useSaving } from '@/desk/deadlines/use-saving'
import { AreaSheet } from '@/desk/parts/area-sheet'
import styles from '@/desk/parts/desk.module.scss'
import { useRequest } from '@/hooks/use-request'
import { uuid } from '@/platform/uuid'
import { assign, coverage } from '@/services/walks'
import { Button, Card, Chips, Field } from '@/ui'
import { assignWords } from '@/words-walks'

const kinds = gridTaskKinds.map((value) => ({ value, words: assignWords.kinds[value] }))
const scopes = gridTaskScopes.map((value) => ({ value, words: assignWords.scopes[value] }))
const day = /^\d{4}-\d{2}-\d{2}$/

interface Named {
  id: string
  name: string
}

/** Something to be asked of all grids of an area: what, where, until when. */
export function AssignForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const [kind, setKind] = useState<GridTaskKind>('check')
  const [scope, setScope] = useState<GridTaskScope>('household')
  const [area, setArea] = useState<Named | null>(null)
  const [isChoosing, setChoosing] = useState(false)
  const typed = useRef({ title: '', text: '', choices: '', dueOn: '' })
  const key = useRef(uuid())
  // The area in which one works oneself is the widest.
  const own = useRequest('own', () => coverage(null, shanghaiMonth(new Date())))
  const { busy, problems, setProblems, save } = useSaving(onDone, assignWords.assigned)
  const choose = (chosen: Named) => {
    setArea(chosen)
    setChoosing(false)
  }
  const send = () => {
    const { title, text, choices, dueOn } = typed.current
    const checks: [isRight: boolean, words: string][] = [
      [area !== null, assignWords.areaEmpty],
      [title.length >= 2, assignWords.titleWrong],
      [text.length >= 2, assignWords.textWrong],
      [day.test(dueOn), assignWords.dueWrong],
    ]
    const wrong = checks.filter(([isRight]) => !isRight).map(([, words]) => words)
    if (wrong.length > 0 || !area) return setProblems(wrong)
    const each = choices.split(/[、，,\n]+/).map((choice) => choice.trim())
    const body = { kind, scope, areaId: area.id, title, text, dueOn, choices: each.filter(Boolean) }
    void save(() => assign(body, key.current))
  }
  const field = (name: keyof typeof typed.current) => ({
    onText: (words: string) => (typed.current = { ...typed.current, [name]: words.trim() }),
  })
  const widest = own.data?.whole
  const whole = widest && { id: widest.areaId, name: assignWords.whole(widest.name) }
  return (
    <Card>
      <View className={styles.label}>{assignWords.kind}</View>
      <Chips single label={assignWords.kind} options={kinds} chosen={[kind]} onToggle={setKind} />
      <View className={styles.label}>{assignWords.scope}</View>
      <Chips single label={assignWords.scope} options={scopes} chosen={[scope]} onToggle={setScope} />
      <View className={styles.label}>{assignWords.area}</View>
      <Button look="soft" onPress={() => setChoosing(true)}>
        {area?.name ?? assignWords.choose}
      </Button>
      <View className={styles.label} />
      <Field {...field('title')} label={assignWords.title} hint={assignWords.titleHint} maxLength={60} />
      <Field
        {...field('text')}
        multiline
        label={assignWords.text}
        hint={assignWords.textHint}
        maxLength={1000}
      />
      <Field
        {...field('choices')}
        label={assignWords.choices}
        hint={assignWords.choicesHint}
        maxLength={200}
      />
      <Field {...field('dueOn')} label={assignWords.dueOn} hint={assignWords.dueHint} maxLength={10} />
      <FormFoot problems={problems} busy={busy} onSave={send} onCancel={onCancel} />
      <AreaSheet
        open={isChoosing}
        onClose={() => setChoosing(false)}
        onChoose={choose}
        whole={whole && { words: whole.name, onChoose: () => choose(whole) }}
      />
    </Card>
  )
}
